// A bare list, one thing in each line, has no header: it is given one, so that it reads like a file with a single column.
import { readHeader } from './header';

type Aliases = Readonly<Record<string, readonly string[]>>;

/** @param field the column that the list is, where its first line names none of the known ones */
export async function* withHeader(
  bytes: AsyncIterable<Buffer>,
  field: string,
  aliases: Aliases,
): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of bytes) {
    const [line = ''] = isFirst
      ? chunk
          .toString('utf8')
          .replace(/^\ufeff/, '')
          .split('\n')
      : [];
    if (isFirst && line.trim() !== '' && isBare(line, aliases)) yield Buffer.from(`${field}\n`);
    isFirst = false;
    yield chunk;
  }
}

function isBare(line: string, aliases: Aliases): boolean {
  if (/[,;\t]/.test(line)) return false;
  const { place } = readHeader([line.replaceAll('"', '')], aliases);
  return Object.keys(place).length === 0;
}
