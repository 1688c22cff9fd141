// A customer's attributes as they were when an event was judged: what they told about themselves and what journeys set,
// up to it and in the order in which the engine took it.
import { mergeTraits } from '../engine/merge-traits';
import type { Json, JsonObject } from '../json';

/** Traits of the event `seq`, in force for that event itself. */
interface Told {
  readonly kind: 'told';
  readonly seq: number;
  readonly traits: JsonObject;
}

/** Set by a journey after the event `after` and before the next one of this customer. Null takes the attribute away. */
interface WasSet {
  readonly kind: 'was-set';
  readonly after: number;
  readonly attribute: string;
  readonly value: Json;
}

/** A tag that a journey gave or took, likewise. */
interface WasTagged {
  readonly kind: 'was-tagged';
  readonly after: number;
  readonly tag: string;
  readonly isAdded: boolean;
}

export type AttributeChange = Told | WasSet | WasTagged;

/** Before the event: told by it, or set after an earlier one. */
function isBefore(change: AttributeChange, seq: number): boolean {
  return change.kind === 'told' ? change.seq <= seq : change.after < seq;
}

function placeOf(change: AttributeChange): number {
  return change.kind === 'told' ? change.seq : change.after;
}

function traitsOf(change: AttributeChange, { tags = [] }: JsonObject): JsonObject {
  if (change.kind === 'told') return change.traits;
  if (change.kind === 'was-set') return { [change.attribute]: change.value };
  const others = Array.isArray(tags) ? tags.filter((tag) => tag !== change.tag) : [];
  const isThere = Array.isArray(tags) && others.length < tags.length;
  if (change.isAdded) return { tags: isThere ? tags : [...others, change.tag] };
  return { tags: others };
}

/**
 * The attributes that the event `seq` was judged by. Changes may come in any order, except that several after one event
 * stand in the order in which they were made.
 */
export function attributesAt(changes: readonly AttributeChange[], seq: number): JsonObject {
  const earlier = changes.filter((change) => isBefore(change, seq));
  // What an event tells is in force before what it leads to, so told comes first at one place.
  earlier.sort((a, b) => placeOf(a) - placeOf(b) || Number(b.kind === 'told') - Number(a.kind === 'told'));
  return earlier.reduce<JsonObject>(
    (attributes, change) => mergeTraits(attributes, traitsOf(change, attributes)),
    {},
  );
}
