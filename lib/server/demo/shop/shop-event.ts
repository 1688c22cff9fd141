// What happens in the shop, as the shop would report it: by userId or anonymousId, in the words of the Segment protocol.
import type { Json, JsonObject } from '@/lib/core/json';
import type { Device, Shopper } from './shopper';

export interface ShopEvent {
  /** ms since 1970. */
  readonly at: number;
  readonly type: 'identify' | 'track' | 'page';
  readonly name: string;
  readonly properties: JsonObject;
  readonly traits: JsonObject;
  readonly context: JsonObject;
  /** Null while nobody knows yet who it is. */
  readonly userId: string | null;
  readonly anonymousId: string | null;
}

/** Who acts, and through what. */
export interface Visitor {
  readonly shopper: Shopper;
  readonly device: Device | null;
  /** False while this browser has not signed in. */
  readonly isKnown: boolean;
}

type What = Pick<ShopEvent, 'at' | 'type' | 'name'> & { properties?: JsonObject; traits?: JsonObject };

export function shopEvent({ shopper, device, isKnown }: Visitor, what: What): ShopEvent {
  const { place, language } = shopper;
  const locale: Json = `${language}-${place.country}`;
  return {
    properties: {},
    traits: {},
    ...what,
    context: device ? { locale, timezone: place.timeZone, device: { type: device.type } } : { locale },
    userId: isKnown ? shopper.userId : null,
    anonymousId: device?.anonymousId ?? null,
  };
}
