// What an identify call does to a customer's attributes.
import { isSameJson, type JsonObject } from '../json';

/**
 * The attributes with the traits written over them, key by key: a trait that is null removes the attribute, an object
 * takes the place of the one before. Gives the very same attributes back where nothing changes.
 */
export function mergeTraits(attributes: JsonObject, traits: JsonObject): JsonObject {
  const merged = Object.entries({ ...attributes, ...traits }).filter(([, value]) => value !== null);
  // fromEntries, unlike an assignment, makes even a key such as __proto__ an ordinary one.
  const result: JsonObject = Object.fromEntries(merged);
  return isSameJson(result, attributes) ? attributes : result;
}
