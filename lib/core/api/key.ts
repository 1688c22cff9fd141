// API keys, as the studio sees them. The key itself appears once, in the answer to its creation.
import { z } from 'zod';
import { idOf } from '../id';
import { textUpTo } from '../text';
import { Instant } from './page';

/** write: only sends events, may stand in a web page. secret: the management API, never leaves a server. */
export const KeyKind = z.enum(['write', 'secret']);
export type KeyKind = z.infer<typeof KeyKind>;

export const KeySummary = z.object({
  id: idOf('key'),
  kind: KeyKind,
  name: z.string(),
  lastFour: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});
export type KeySummary = z.infer<typeof KeySummary>;

export const CreateKey = z.strictObject({ kind: KeyKind, name: textUpTo(80).trim().min(1) });
export type CreateKey = z.infer<typeof CreateKey>;

export const CreatedKey = KeySummary.extend({ key: z.string() });
export type CreatedKey = z.infer<typeof CreatedKey>;

export const KeyRef = z.strictObject({ id: idOf('key') });
export type KeyRef = z.infer<typeof KeyRef>;
