// The moment a browser stops being anonymous: everything before it has only an anonymousId, everything after also a userId.
import type { JsonObject } from '@/lib/core/json';
import { type ShopEvent, shopEvent, type Visitor } from './shop-event';
import type { Visit } from './visit';

/** Signs in where a shop asks for it: at the checkout, or else on the last page. `isNew` also makes the account. */
export function signInDuring(visit: Visit, visitor: Visitor, traits: JsonObject, isNew: boolean): Visit {
  const checkout = visit.events.findIndex(({ name }) => name === 'Checkout Started');
  const at = checkout === -1 ? visit.events.length - 1 : checkout;
  const before = visit.events.slice(0, at);
  const after = visit.events.slice(at);
  const known = { ...visitor, isKnown: true };
  const moment = between(before.at(-1)?.at, after[0]?.at ?? visit.endsAt);
  const identify = shopEvent(known, { at: moment, type: 'identify', name: '', traits });
  const signUp = shopEvent(known, {
    at: moment,
    type: 'track',
    name: 'Signed Up',
    properties: signUpFacts(visitor),
  });
  return {
    ...visit,
    events: [
      ...before.map(anonymous),
      identify,
      ...(isNew ? [signUp] : []),
      ...after.map((event) => ({ ...event, userId: visitor.shopper.userId })),
    ],
  };
}

function signUpFacts({ shopper }: Visitor): JsonObject {
  return { method: 'e-mail', language: shopper.language, newsletter: shopper.consents.email };
}

const anonymous = (event: ShopEvent): ShopEvent => ({ ...event, userId: null });

function between(previous: number | undefined, next: number): number {
  return previous === undefined ? next : Math.round((previous + next) / 2);
}
