// What a customer is called wherever one is mentioned.
import type { Identifier } from '../api/customer';
import { type JsonObject, valueAt } from '../json';

const nameFields = [['name'], ['fullName'], ['full_name']];
const nameParts = [
  [['firstName'], ['lastName']],
  [['first_name'], ['last_name']],
];
const kinds = ['email', 'user-id', 'phone', 'anonymous-id'] as const;

/**
 * The name if there is one, else the identifier that says most, else the fallback.
 * @param fallback our id, for customers of whom nothing is known.
 */
export function customerLabel(
  attributes: JsonObject,
  identifiers: readonly Identifier[],
  fallback: string,
): string {
  const text = (path: readonly string[]) => {
    const value = valueAt(attributes, path);
    return typeof value === 'string' ? value.trim() : '';
  };
  const whole = nameFields.map(text);
  const joined = nameParts.map((parts) => parts.map(text).filter(Boolean).join(' '));
  const known = kinds.map((kind) => identifiers.find((identifier) => identifier.kind === kind)?.value ?? '');
  return [...whole, ...joined, ...known].find(Boolean) ?? fallback;
}

/** Nobody knows yet who this is: only a browser or a device has been seen. */
export function isAnonymous(identifiers: readonly Identifier[]): boolean {
  return identifiers.every((identifier) => identifier.kind === 'anonymous-id');
}
