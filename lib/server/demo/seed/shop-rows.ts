// The demo shop's history as rows of our tables, the way ingestion and the engine would have left them.
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { CALL_NAMES } from '../../ingest/event-content';
import { diceOf } from '../shop/dice';
import type { Shop } from '../shop/history';
import type { Life } from '../shop/life';
import type { ShopEvent } from '../shop/shop-event';

interface CustomerRow {
  readonly id: Id<'cus'>;
  readonly lane: number;
  readonly attributes: JsonObject;
  readonly createdAt: Date;
}

interface IdentifierRow {
  readonly kind: 'user-id' | 'anonymous-id' | 'email' | 'phone';
  readonly value: string;
  readonly customerId: Id<'cus'>;
  readonly createdAt: Date;
}

interface ConsentRow {
  readonly id: Id<'cns'>;
  readonly customerId: Id<'cus'>;
  readonly channel: 'email' | 'sms';
  readonly state: 'opted-in' | 'opted-out';
  readonly source: string;
  readonly at: Date;
}

export interface EventRow {
  readonly lane: number;
  readonly customerId: Id<'cus'>;
  readonly messageId: string;
  readonly event: ShopEvent;
}

export interface ShopRows {
  readonly customers: readonly CustomerRow[];
  readonly identifiers: readonly IdentifierRow[];
  readonly consents: readonly ConsentRow[];
  /** In order of time, which is the order in which they are accepted. */
  readonly events: readonly EventRow[];
}

interface Settled {
  readonly life: Life;
  readonly customer: CustomerRow;
}

/** @param until what lies before it is there; everything after it is yet to come */
export function rowsOf(shop: Shop, until: number): ShopRows {
  const settled = shop.lives
    .flatMap((life) => settle(upTo(life, until)))
    .sort((a, b) => Number(a.customer.createdAt) - Number(b.customer.createdAt));
  const events = settled
    .flatMap(({ life, customer }) => life.events.map((event) => ({ event, customer })))
    .sort((a, b) => a.event.at - b.event.at);
  return {
    customers: settled.map(({ customer }) => customer),
    identifiers: settled.flatMap(identifiersOf),
    consents: settled.flatMap(consentsOf),
    events: events.map(({ event, customer }, index) => ({
      lane: customer.lane,
      customerId: customer.id,
      messageId: `history-${String(index + 1).padStart(6, '0')}`,
      event,
    })),
  };
}

/** What triggers and lists call an event; calls that are no track calls have one name each. */
export function storedName({ type, name }: ShopEvent): string {
  return type === 'track' ? name : CALL_NAMES[type];
}

export function storedProperties({ type, name, properties }: ShopEvent): JsonObject {
  return type === 'page' ? { ...properties, name } : properties;
}

function upTo(life: Life, until: number): Life {
  const isPast = ({ at }: { readonly at: number }) => at < until;
  return { ...life, events: life.events.filter(isPast), consents: life.consents.filter(isPast) };
}

/** Nothing, where they have not come by yet. */
function settle(life: Life): Settled[] {
  const [first] = life.events;
  if (!first) return [];
  const createdAt = first.at;
  const time = createdAt.toString(36).padStart(9, '0');
  const id: Id<'cus'> = `cus_${time}${diceOf(life.shopper.userId).hex(20)}`;
  const attributes = Object.assign({}, ...life.events.map(({ traits }) => traits));
  return [{ life, customer: { id, lane: laneOf(id), attributes, createdAt: new Date(createdAt) } }];
}

function identifiersOf({ life, customer }: Settled): IdentifierRow[] {
  const { shopper, events } = life;
  const row = (kind: IdentifierRow['kind'], value: string | null, isSeen: (event: ShopEvent) => boolean) => {
    const first = events.find(isSeen);
    if (value === null || !first) return [];
    return [{ kind, value, customerId: customer.id, createdAt: new Date(first.at) }];
  };
  const isKnown = ({ userId }: ShopEvent) => userId !== null;
  const devices = [...new Set(events.map(({ anonymousId }) => anonymousId))];
  return [
    ...row('user-id', shopper.userId, isKnown),
    ...row('email', shopper.email, isKnown),
    ...row('phone', shopper.phone, isKnown),
    ...devices.flatMap((device) => row('anonymous-id', device, ({ anonymousId }) => anonymousId === device)),
  ];
}

function consentsOf({ life, customer }: Settled): ConsentRow[] {
  return life.consents.map(({ at, ...consent }, index) => ({
    ...consent,
    id: `cns_${at.toString(36).padStart(9, '0')}${diceOf(`${life.shopper.userId} ${index}`).hex(20)}`,
    customerId: customer.id,
    at: new Date(at),
  }));
}
