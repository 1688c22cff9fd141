// Whether what happened to one message, e.g. a click, is this passage's business.
import type { Id } from '../id';
import type { JsonObject } from '../json';

/** What names an enrollment moves and satisfies no other; what names none is everybody's. */
export function isOwn(
  { properties }: { readonly properties: JsonObject },
  { id }: { readonly id: Id<'enr'> },
): boolean {
  const { enrollment_id } = properties;
  return typeof enrollment_id !== 'string' || !enrollment_id.startsWith('enr_') || enrollment_id === id;
}
