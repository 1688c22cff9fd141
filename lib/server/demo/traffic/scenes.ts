// What somebody does in the shop while live traffic is on, from the first step to the last, with the times still to come.
import type { JsonObject } from '@/lib/core/json';
import {
  type Account,
  afterComplaint,
  afterOrder,
  lapseProperties,
  newAccount,
  orderTraits,
} from '../shop/account';
import { MINUTE } from '../shop/calendar';
import type { Catalogue } from '../shop/catalogue';
import { complaintOf } from '../shop/complaint';
import type { Dice } from '../shop/dice';
import { campaignProperties, campaignsBetween, clickProperties } from '../shop/newsletter';
import type { Order } from '../shop/order';
import { type ShopEvent, shopEvent, type Visitor } from '../shop/shop-event';
import { profile, type Shopper } from '../shop/shopper';
import { signInDuring } from '../shop/sign-in';
import { tillVisit } from '../shop/till-visit';
import { type Intent, visit } from '../shop/visit';

export interface Stage {
  readonly dice: Dice;
  readonly catalogue: Catalogue;
  /** When the scene begins, ms. */
  readonly at: number;
  /** Mean pause between two steps, ms. */
  readonly paceMs: number;
}

type Scene = ShopEvent[];

/** A customer the shop knows walks through the web shop. */
export function knownVisit(stage: Stage, shopper: Shopper, account: Account, intent: Intent): Scene {
  const { dice, catalogue, at, paceMs } = stage;
  const visitor = { shopper, device: dice.pick(shopper.devices), isKnown: true };
  const plan = { intent, startsAt: at, orderId: orderId(stage, 'W'), paceMs };
  const { events, order, endsAt } = visit(dice, catalogue, visitor, plan);
  return [...events, ...(order ? aftermath(stage, shopper, account, order, endsAt) : [])];
}

/** Somebody new: stays anonymous, or signs up on the way. */
export function firstVisit(stage: Stage, shopper: Shopper, intent: Intent, signsUp: boolean): Scene {
  const { dice, catalogue, at, paceMs } = stage;
  const visitor: Visitor = { shopper, device: shopper.devices[0], isKnown: false };
  const walk = visit(dice, catalogue, visitor, {
    intent,
    startsAt: at,
    orderId: orderId(stage, 'W'),
    paceMs,
  });
  if (!signsUp) return [...walk.events];
  const traits = { ...profile(shopper), created_at: new Date(at).toISOString() };
  const { events, order, endsAt } = signInDuring(walk, visitor, traits, true);
  return [...events, ...(order ? aftermath(stage, shopper, newAccount, order, endsAt) : [])];
}

export function storePurchase(stage: Stage, shopper: Shopper, account: Account): Scene {
  const { dice, catalogue, at } = stage;
  const { event, order } = tillVisit(dice, catalogue, shopper, { at, orderId: orderId(stage, 'T') });
  return [event, ...aftermath(stage, shopper, account, order, at)];
}

/** Opens the newest letter from the shop, and perhaps follows its link. */
export function letterRead(stage: Stage, shopper: Shopper, account: Account): Scene {
  const { at, dice, paceMs } = stage;
  const letter = campaignsBetween(at - 21 * 24 * 60 * MINUTE, at).at(-1);
  if (!letter) return [];
  const opened = track(shopper, at, 'Email Opened', campaignProperties(letter));
  if (!dice.chance(0.6)) return [opened];
  const clicksAt = at + Math.round(paceMs);
  const clicked = track(shopper, clicksAt, 'Email Link Clicked', clickProperties(letter));
  const intent = dice.chance(0.4) ? 'leave-checkout' : 'look';
  return [opened, clicked, ...knownVisit({ ...stage, at: clicksAt + 500 }, shopper, account, intent)];
}

/** The nightly job finds that a customer has not ordered for long. */
export function lapse({ at }: Stage, shopper: Shopper, account: Account): Scene {
  return [track(shopper, at, 'Customer Lapsed', lapseProperties(account))];
}

/** The customer's new totals, and now and then a complaint a little later. */
function aftermath(stage: Stage, shopper: Shopper, account: Account, order: Order, at: number): Scene {
  const { dice } = stage;
  const bought = afterOrder(account, order, at);
  const told = identify(shopper, at + 1, orderTraits(bought));
  if (!dice.chance(0.12)) return [told];
  const { opened, closed } = complaintOf(dice, order.orderId);
  const opensAt = at + dice.int(20_000, 2 * MINUTE);
  const closesAt = opensAt + dice.int(MINUTE, 4 * MINUTE);
  const unhappy = afterComplaint(bought, 1);
  const traits = (openComplaints: number): JsonObject => ({ open_complaints: openComplaints });
  return [
    told,
    track(shopper, opensAt, 'Complaint Opened', opened),
    identify(shopper, opensAt + 1, traits(unhappy.openComplaints)),
    track(shopper, closesAt, 'Complaint Closed', closed),
    identify(shopper, closesAt + 1, traits(afterComplaint(unhappy, -1).openComplaints)),
  ];
}

function track(shopper: Shopper, at: number, name: string, properties: JsonObject): ShopEvent {
  return shopEvent({ shopper, device: null, isKnown: true }, { at, type: 'track', name, properties });
}

function identify(shopper: Shopper, at: number, traits: JsonObject): ShopEvent {
  return shopEvent({ shopper, device: null, isKnown: true }, { at, type: 'identify', name: '', traits });
}

function orderId({ dice }: Stage, kind: 'W' | 'T'): string {
  return `${kind}-${dice.hex(10)}`;
}
