// Text that people type and that must survive storage unchanged.
import { z } from 'zod';

/** PostgreSQL's jsonb refuses U+0000 and half of a surrogate pair, so they are refused before they get there. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}

/** Schema of a text of at most `max` UTF-16 units that can be stored as it is. */
export function textUpTo(max: number): z.ZodString {
  return z.string().max(max).refine(isStorable, 'must not hold U+0000 or half a surrogate pair');
}

/** The first `max` UTF-16 units of a text, without the half of a surrogate pair that the cut may leave. */
export function cutTo(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, max).replace(/\p{Surrogate}$/u, '');
}
