// One customer's time with the shop, happening by happening, from the first anonymous visit to today.
import type { JsonObject } from '@/lib/core/json';
import {
  type Account,
  afterComplaint,
  afterOrder,
  LAPSE_DAYS,
  lapseProperties,
  newAccount,
  orderTraits,
} from './account';
import { newAgenda } from './agenda';
import { type Calendar, DAY, HOUR, MINUTE, onlineMoment, storeMoment } from './calendar';
import type { Catalogue } from './catalogue';
import { complaintOf } from './complaint';
import { conductOf } from './conduct';
import type { Dice } from './dice';
import { type Campaign, campaignProperties, clickProperties } from './newsletter';
import type { Order } from './order';
import { type ShopEvent, shopEvent, type Visitor } from './shop-event';
import { type Device, profile, type Shopper } from './shopper';
import { signInDuring } from './sign-in';
import { tillVisit } from './till-visit';
import { type Intent, intents, visit } from './visit';

export interface World {
  readonly catalogue: Catalogue;
  readonly calendar: Calendar;
  readonly campaigns: readonly Campaign[];
}

interface ConsentChange {
  readonly at: number;
  readonly channel: 'email' | 'sms';
  readonly state: 'opted-in' | 'opted-out';
  readonly source: string;
}

export interface Life {
  readonly shopper: Shopper;
  /** In order of time. */
  readonly events: readonly ShopEvent[];
  readonly consents: readonly ConsentChange[];
}

export function lifeOf(dice: Dice, shopper: Shopper, world: World): Life {
  const living = new Living(dice, shopper, world);
  living.begin();
  return living.life();
}

class Living {
  private readonly agenda = newAgenda();
  private readonly events: ShopEvent[] = [];
  private readonly consents: ConsentChange[] = [];
  private readonly known = new Set<Device>();
  private account: Account = newAccount;
  private busyUntil = 0;
  private visits = 0;
  private reads: boolean;

  constructor(
    private readonly dice: Dice,
    private readonly shopper: Shopper,
    private readonly world: World,
  ) {
    this.reads = shopper.consents.email;
  }

  begin(): void {
    const { calendar } = this.world;
    const opening = this.dice.chance(0.18) ? calendar.from + 75 * DAY : calendar.until;
    const joinsAt = this.momentBetween(calendar.from + DAY, Math.min(opening, calendar.until - 4 * HOUR));
    const looksAround = this.dice.chance(0.5) ? 1 : 0;
    for (let look = 0; look < looksAround; look += 1) {
      const at = joinsAt - Math.ceil(this.dice.wait(4)) * DAY - this.dice.wait(20 * MINUTE);
      if (at > calendar.from) this.agenda.put(at, (moment) => this.online(moment, 'look'));
    }
    this.agenda.put(joinsAt, (at) => this.join(at));
    this.agenda.run(calendar.until);
  }

  life(): Life {
    const { until } = this.world.calendar;
    const events = this.events.filter(({ at }) => at < until).sort((a, b) => a.at - b.at);
    return { shopper: this.shopper, events, consents: this.consents };
  }

  private join(at: number): void {
    const { dice, shopper } = this;
    const conduct = conductOf[shopper.habit];
    this.online(at, dice.chance(conduct.firstBuy) ? 'buy' : 'look', true);
    const joinedAt = this.busyUntil;
    this.agree('email', shopper.consents.email, joinedAt);
    if (shopper.phone !== null) this.agree('sms', shopper.consents.sms, joinedAt);
    const stays = conduct.staysMs(dice);
    const { until } = this.world.calendar;
    const leavesAt = stays === null ? until : Math.min(until, joinedAt + stays);
    const months = (leavesAt - joinedAt) / (30 * DAY);
    const visits = Math.round(conduct.visitsPerMonth * months * dice.between(0.5, 1.5));
    for (let index = 0; index < visits; index += 1) this.plan(joinedAt, leavesAt);
    for (const campaign of this.world.campaigns) {
      if (campaign.sentAt > joinedAt) this.receive(campaign, campaign.sentAt > leavesAt);
    }
  }

  private plan(from: number, to: number): void {
    const { dice, shopper, world } = this;
    if (shopper.place.store !== null && shopper.habit !== 'browsing' && dice.chance(0.22)) {
      const at = storeMoment(dice, world.calendar.day(dice, from, to), shopper.place.timeZone);
      this.agenda.put(Math.max(at, from + HOUR), (moment) => this.inStore(moment));
      return;
    }
    const intent = dice.weighted(intents, (each) => conductOf[shopper.habit].intents[each]);
    this.agenda.put(this.momentBetween(from + HOUR, to), (moment) => this.online(moment, intent));
  }

  private momentBetween(from: number, to: number): number {
    const day = this.world.calendar.day(this.dice, from, to);
    const moment = onlineMoment(this.dice, day, this.shopper.place.timeZone);
    return Math.max(from + this.dice.between(0, HOUR), Math.min(moment, to - MINUTE));
  }

  private mayOrder(): boolean {
    return this.account.orders < conductOf[this.shopper.habit].mostOrders;
  }

  private online(at: number, wanted: Intent, isNew = false): void {
    const { dice, shopper } = this;
    // Nobody shops twice at once; only signing up must not be missed.
    if (at < this.busyUntil && !isNew) return;
    const startsAt = Math.max(at, this.busyUntil);
    const intent = wanted === 'buy' && !this.mayOrder() ? 'leave-basket' : wanted;
    const device = this.known.size === 0 ? shopper.devices[0] : dice.pick(shopper.devices);
    const visitor: Visitor = { shopper, device, isKnown: this.known.has(device) };
    const plan = { intent, startsAt, orderId: this.nextOrderId('W'), paceMs: MINUTE };
    const plain = visit(dice, this.world.catalogue, visitor, plan);
    const signsIn = isNew || (this.known.size > 0 && !visitor.isKnown);
    const traits = isNew ? newcomer(shopper, startsAt) : {};
    const walked = signsIn ? signInDuring(plain, visitor, traits, isNew) : plain;
    if (signsIn) this.known.add(device);
    this.events.push(...walked.events);
    this.busyUntil = walked.endsAt + 1;
    if (walked.order) this.ordered(walked.order, walked.endsAt, device);
  }

  private inStore(at: number): void {
    const { dice, shopper, world } = this;
    if (at < this.busyUntil || !this.mayOrder()) return;
    const bought = tillVisit(dice, world.catalogue, shopper, { at, orderId: this.nextOrderId('T') });
    this.events.push(bought.event);
    this.busyUntil = at + 1;
    this.ordered(bought.order, at, null);
  }

  private ordered(order: Order, at: number, device: Device | null): void {
    const { dice } = this;
    this.account = afterOrder(this.account, order, at);
    const visitor = { shopper: this.shopper, device, isKnown: true };
    this.events.push(
      shopEvent(visitor, { at: at + 1, type: 'identify', name: '', traits: orderTraits(this.account) }),
    );
    const { orders } = this.account;
    this.agenda.put(Math.ceil(at / DAY + LAPSE_DAYS) * DAY + 3 * HOUR, (night) => this.lapse(night, orders));
    if (dice.chance(0.035)) this.complain(order, at);
  }

  private complain(order: Order, at: number): void {
    const { opened, closed, opensAfterMs, takesMs } = complaintOf(this.dice, order.orderId);
    const step = (name: string, change: 1 | -1, properties: JsonObject) => (moment: number) => {
      this.account = afterComplaint(this.account, change);
      this.add({ at: moment, type: 'track', name, properties });
      const traits = { open_complaints: this.account.openComplaints };
      this.add({ at: moment + 1, type: 'identify', name: '', traits });
    };
    this.agenda.put(at + opensAfterMs, step('Complaint Opened', 1, opened));
    this.agenda.put(at + opensAfterMs + takesMs, step('Complaint Closed', -1, closed));
  }

  private lapse(at: number, orders: number): void {
    if (this.account.orders !== orders) return;
    this.add({ at, type: 'track', name: 'Customer Lapsed', properties: lapseProperties(this.account) });
  }

  private receive(campaign: Campaign, hasLeft: boolean): void {
    const { dice, shopper } = this;
    if (!dice.chance(shopper.attention * (hasLeft ? 0.2 : 1))) return;
    const opensAt = Math.round(campaign.sentAt + dice.wait(5 * HOUR));
    this.agenda.put(opensAt, (at) => this.read(campaign, at, hasLeft));
  }

  private read(campaign: Campaign, at: number, hasLeft: boolean): void {
    const { dice } = this;
    if (!this.reads) return;
    this.add({ at, type: 'track', name: 'Email Opened', properties: campaignProperties(campaign) });
    if (dice.chance(hasLeft ? 0.06 : 0.006)) {
      this.reads = false;
      this.add({
        at: at + MINUTE,
        type: 'track',
        name: 'Unsubscribed',
        properties: campaignProperties(campaign),
      });
      this.agree('email', false, at + MINUTE, 'unsubscribe link');
    } else if (dice.chance(0.16)) {
      const clicksAt = at + MINUTE;
      this.add({
        at: clicksAt,
        type: 'track',
        name: 'Email Link Clicked',
        properties: clickProperties(campaign),
      });
      if (!hasLeft && dice.chance(0.5))
        this.agenda.put(clicksAt + 5000, (moment) => this.online(moment, 'look'));
    }
  }

  private agree(channel: 'email' | 'sms', agrees: boolean, at: number, source = 'sign-up form'): void {
    this.consents.push({ at, channel, state: agrees ? 'opted-in' : 'opted-out', source });
  }

  private add(what: Parameters<typeof shopEvent>[1]): void {
    this.events.push(shopEvent({ shopper: this.shopper, device: null, isKnown: true }, what));
  }

  private nextOrderId(kind: 'W' | 'T'): string {
    this.visits += 1;
    return `${kind}-${this.shopper.userId.slice(3)}-${this.visits}`;
  }
}

function newcomer(shopper: Shopper, at: number): JsonObject {
  return { ...profile(shopper), created_at: new Date(at).toISOString() };
}
