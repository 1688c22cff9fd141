// The key of a request, remembered for a moment: at full load a lookup per request would double the work. A revoked key
// therefore stops working within three seconds, in every process.
import { fault } from '../fault';
import { type FoundKey, findKey } from '../keys/find-key';
import { hashKey } from '../keys/hash-key';

const REMEMBER_MS = 3_000;
const MAX_REMEMBERED = 10_000;

interface Remembered {
  readonly key: Promise<FoundKey | null>;
  readonly until: number;
}

const remembered = new Map<string, Remembered>();

/** The first of the candidates that is a live key; write keys and secret keys alike. */
export async function knownKey(candidates: readonly string[]): Promise<FoundKey | null> {
  for (const candidate of candidates) {
    const key = await recall(candidate);
    if (key) return key;
  }
  return null;
}

function recall(candidate: string): Promise<FoundKey | null> {
  const hash = hashKey(candidate);
  const known = remembered.get(hash);
  if (known && known.until > performance.now()) return known.key;
  // Unknown keys are remembered too; a flood of them may not fill the memory.
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  const key = fault('ingest.find-key', () => findKey(candidate));
  remembered.set(hash, { key, until: performance.now() + REMEMBER_MS });
  key.catch(() => remembered.delete(hash));
  return key;
}
