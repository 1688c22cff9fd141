// The bytes of an uploaded file while they arrive. Whoever reads them may stop early: the rest is then taken off the wire
// and dropped, because a browser shows an answer only once its request has been read.
import type { Refusal, Result } from '@/lib/core/result';
import { bounded } from '../import/bounded';
import { ImportError, TooLargeError } from '../import/import-error';
import { MAX_FILE_BYTES } from '../import/limits';
import { refusal } from '../refusal';

type Reply<Value> = Promise<Result<Value, Refusal>>;

/** Hands the file on; an ImportError, which concerns the file as a whole, becomes a refusal. */
export async function withUpload<Value>(
  request: Request,
  read: (bytes: AsyncIterable<Buffer>) => Reply<Value>,
): Reply<Value> {
  const tooLarge = refusal('too-large', { limit: MAX_FILE_BYTES / 1024 / 1024 });
  if (Number(request.headers.get('content-length')) > MAX_FILE_BYTES) return tooLarge;
  const { bytes, drop } = uploadOf(request);
  try {
    return await read(bytes);
  } catch (error) {
    if (error instanceof TooLargeError) return tooLarge;
    if (error instanceof ImportError) return refusal('bad-file', { detail: error.message });
    throw error;
  } finally {
    await drop();
  }
}

function uploadOf({ body }: Request) {
  const reader = body?.getReader();
  let size = 0;
  const next = async (): Promise<Uint8Array | null> => {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || value === undefined) return null;
    size += value.length;
    return value;
  };
  // A loop over the stream itself would cancel it where it ends early; this one only stops asking.
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let chunk = await next(); chunk; chunk = await next()) yield chunk;
  }
  const drop = async (): Promise<void> => {
    while (size <= MAX_FILE_BYTES && (await next().catch(() => null))) {
      // on to the next chunk
    }
    await reader?.cancel().catch(() => undefined);
  };
  return { bytes: bounded(chunks()), drop };
}
