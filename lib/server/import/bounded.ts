// Bytes that somebody sends or hands over, with a bound on how many there may be.
import { ImportError, TooLargeError } from './import-error';
import { MAX_FILE_BYTES } from './limits';

export async function* bounded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > MAX_FILE_BYTES) throw new TooLargeError();
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`The file is damaged or cannot be read to its end (${codeOf(error)}).`);
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
