// New ids: the kind, then a time-ordered random part, so that neighbours in time are neighbours in the index.
import { randomBytes } from 'node:crypto';
import type { Id, IdKind } from '@/lib/core/id';
import { now } from './clock';

export function newId<Kind extends IdKind>(kind: Kind): Id<Kind> {
  const time = now().getTime().toString(36).padStart(9, '0');
  return `${kind}_${time}${randomBytes(10).toString('hex')}`;
}
