// Keys are stored as their SHA-256: a key holds 192 random bits, so a slow hash would protect nothing more.
import { createHash } from 'node:crypto';

export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
