// The key that tells parallel passages of one customer apart.
import { hash53 } from '../hash';
import { type JsonObject, valueAt } from '../json';
import { cutTo } from '../text';

/** Longer keys are shortened, because an index entry of the database cannot hold any text. */
const LONGEST_KEY = 200;

/**
 * The key an event has for a rule: the text, number or truth value at the path, as text; '' where there is none.
 * Order 42 and order "42" are the same order. Beyond 200 characters a hash stands for the rest.
 */
export function keyOf(path: readonly string[] | null, properties: JsonObject): string {
  const value = path === null ? undefined : valueAt(properties, path);
  if (value === undefined || value === null || typeof value === 'object') return '';
  const text = String(value);
  return text.length <= LONGEST_KEY ? text : `${cutTo(text, LONGEST_KEY)}#${hash53(text).toString(36)}`;
}
