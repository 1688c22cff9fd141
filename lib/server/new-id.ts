// New ids: the kind, then a time-ordered part, so that neighbours in time are neighbours in the index, then chance.
import { randomBytes } from 'node:crypto';
import type { Id, IdKind } from '@/lib/core/id';
import { now } from './clock';

let last = '';
let sameTime = 0;

/** Of one process, ids rise in the order in which they are made: what was commanded first is also sent first. */
export function newId<Kind extends IdKind>(kind: Kind): Id<Kind> {
  const time = now().getTime().toString(36).padStart(9, '0');
  sameTime = time === last ? sameTime + 1 : 0;
  last = time;
  return `${kind}_${time}${sameTime.toString(36).padStart(4, '0')}${randomBytes(8).toString('hex')}`;
}
