// A customer's attributes as they were when an event was judged: what they told about themselves and what journeys set,
// up to it and in the order in which the engine took it.
import { mergeTraits } from '../engine/merge-traits';
import type { Json, JsonObject } from '../json';
import { comparePlaces, type Place } from './place';

/** Traits of an event, in force for that event itself. */
interface Told {
  readonly kind: 'told';
  readonly place: Place;
  readonly traits: JsonObject;
}

/** Set by a journey. Null takes the attribute away. */
interface WasSet {
  readonly kind: 'was-set';
  readonly place: Place;
  readonly attribute: string;
  readonly value: Json;
}

/** A tag that a journey gave or took, likewise. */
interface WasTagged {
  readonly kind: 'was-tagged';
  readonly place: Place;
  readonly tag: string;
  readonly isAdded: boolean;
}

export type AttributeChange = Told | WasSet | WasTagged;

function traitsOf(change: AttributeChange, { tags = [] }: JsonObject): JsonObject {
  if (change.kind === 'told') return change.traits;
  if (change.kind === 'was-set') return { [change.attribute]: change.value };
  const others = Array.isArray(tags) ? tags.filter((tag) => tag !== change.tag) : [];
  const isThere = Array.isArray(tags) && others.length < tags.length;
  if (change.isAdded) return { tags: isThere ? tags : [...others, change.tag] };
  return { tags: others };
}

/**
 * The attributes that what stands at a place was judged by; null for those of today. Changes may come in any order,
 * except that several at one place stand in the order in which they were made.
 */
export function attributesAt(changes: readonly AttributeChange[], place: Place | null): JsonObject {
  const isInForce = (change: AttributeChange) => {
    if (place === null) return true;
    const order = comparePlaces(change.place, place);
    return order < 0 || (order === 0 && change.kind === 'told');
  };
  return changes
    .filter(isInForce)
    .sort((a, b) => comparePlaces(a.place, b.place))
    .reduce<JsonObject>((attributes, change) => mergeTraits(attributes, traitsOf(change, attributes)), {});
}
