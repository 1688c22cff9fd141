// The bytes of a CSV file, unpacked where they are gzip, with a bound on how many there may be.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { bounded, codeOf } from './bounded';
import { ImportError, TooLargeError } from './import-error';
import { MAX_FILE_BYTES } from './limits';

export interface OpenFile {
  readonly bytes: AsyncIterable<Buffer>;
  /** How much of the file on disk has been read, from 0 to 1. */
  share(): number;
}

export async function openFile(file: string): Promise<OpenFile> {
  const { size, isGzip } = await look(file);
  if (!isGzip && size > MAX_FILE_BYTES) throw new TooLargeError();
  let read = 0;
  const raw = createReadStream(file).on('data', (chunk) => {
    read += chunk.length;
  });
  const unpacked = isGzip ? raw.pipe(createGunzip()) : raw;
  // pipe() does not carry errors over.
  raw.on('error', (error) => unpacked.destroy(error));
  return { bytes: bounded(unpacked), share: () => (size === 0 ? 1 : read / size) };
}

/** Gzip is told by its first two bytes, which no text starts with; the file's name may say anything. */
async function look(file: string): Promise<{ size: number; isGzip: boolean }> {
  try {
    const handle = await open(file);
    try {
      const first = Buffer.alloc(2);
      await handle.read(first, 0, 2, 0);
      return { size: (await handle.stat()).size, isGzip: first[0] === 0x1f && first[1] === 0x8b };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new ImportError(`${file} cannot be read (${codeOf(error)}).`);
  }
}
