// What happened in the shop as one call of the Segment protocol, the way its client would send it.
import type { JsonObject } from '@/lib/core/json';
import type { ShopEvent } from './shop-event';

export function shopCall(event: ShopEvent, messageId: string): JsonObject {
  const { type, name, properties, traits, context, userId, anonymousId, at } = event;
  const said = {
    identify: { traits },
    track: { event: name, properties },
    page: { name, properties },
  }[type];
  return {
    type,
    ...said,
    ...(userId === null ? {} : { userId }),
    ...(anonymousId === null ? {} : { anonymousId }),
    context,
    timestamp: new Date(at).toISOString(),
    messageId,
  };
}
