// One customer of the demo shop: who they are, where they live, how they buy and which channels they like.
import type { JsonObject } from '@/lib/core/json';
import { type Category, categories } from './catalogue';
import type { Dice } from './dice';
import { names } from './names';
import { phoneOf } from './phones';
import { type Language, languages, type Place, places } from './places';

export type Habit = 'loyal' | 'regular' | 'lapsing' | 'one-time' | 'browsing';

export interface Shopper {
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly language: Language;
  readonly place: Place;
  readonly habit: Habit;
  readonly favourite: Category;
  readonly prefers: 'email' | 'sms';
  readonly consents: { readonly email: boolean; readonly sms: boolean };
  /** Share of newsletters this person opens. */
  readonly attention: number;
  /** The browsers and phones this person visits with; the first one is there from the start. */
  readonly devices: readonly [Device, ...Device[]];
  readonly broughtBy: string;
}

export interface Device {
  readonly anonymousId: string;
  readonly type: 'desktop' | 'mobile' | 'tablet';
}

const shares: Record<Language, number> = { en: 28, es: 18, pt: 14, it: 16, ro: 11, cs: 13 };

/** Mailboxes under names that can never exist, so that a demo cannot write to anybody. */
const mailboxes: Record<Language, readonly [string, ...string[]]> = {
  en: ['mail.example', 'inbox.example', 'post.example'],
  es: ['correo.example', 'buzon.example', 'mail.example'],
  pt: ['correio.example', 'caixa.example', 'mail.example'],
  it: ['posta.example', 'lettera.example', 'mail.example'],
  ro: ['posta.example', 'cutie.example', 'mail.example'],
  cs: ['schranka.example', 'posta.example', 'mail.example'],
};

const habits = ['loyal', 'regular', 'lapsing', 'one-time', 'browsing'] as const;
const habitShares: Record<Habit, number> = {
  loyal: 14,
  regular: 28,
  lapsing: 20,
  'one-time': 24,
  browsing: 14,
};
const sources = ['search', 'instagram', 'friend', 'newsletter', 'market stall', 'press'] as const;

/** The shopper with this number; the same dice and number always give the same person. */
export function shopperOf(dice: Dice, number: number): Shopper {
  const language = dice.weighted(languages, (each) => shares[each]);
  const place = dice.weighted(places[language], ({ weight }) => weight);
  const { firstName, lastName } = nameOf(dice, language);
  const habit = dice.weighted(habits, (each) => habitShares[each]);
  const phone = dice.chance(0.72) ? phoneOf(place.country, number) : null;
  const agrees = habit === 'loyal' || habit === 'regular' ? 0.88 : 0.68;
  const consents = { email: dice.chance(agrees), sms: phone !== null && dice.chance(0.55) };
  return {
    userId: `MM-${number}`,
    firstName,
    lastName,
    email: `${plain(firstName)}.${plain(lastName)}${number}@${dice.pick(mailboxes[language])}`,
    phone,
    language,
    place,
    habit,
    favourite: dice.pick(categories),
    prefers: consents.sms && dice.chance(0.5) ? 'sms' : 'email',
    consents,
    attention: consents.email ? Math.min(0.75, dice.wait(habit === 'loyal' ? 0.3 : 0.12)) : 0,
    devices: devicesOf(dice, number),
    broughtBy: dice.pick(sources),
  };
}

function nameOf(dice: Dice, language: Language): { firstName: string; lastName: string } {
  const { women, men, families } = names[language];
  const isWoman = dice.chance(0.63);
  const [first = '', ...others] = (isWoman ? women : men).split(' ');
  const [family = '', ...otherFamilies] = families.split(' ');
  const [forMen = '', forWomen = forMen] = dice.pick([family, ...otherFamilies]).split('/');
  return { firstName: dice.pick([first, ...others]), lastName: isWoman ? forWomen : forMen };
}

function devicesOf(dice: Dice, number: number): [Device, ...Device[]] {
  const device = (index: number, type: Device['type']) => ({
    anonymousId: `visitor-${number}-${index}-${dice.hex(8)}`,
    type,
  });
  const first = device(1, dice.chance(0.55) ? 'mobile' : 'desktop');
  if (!dice.chance(0.5)) return [first];
  return [first, device(2, first.type === 'mobile' ? 'desktop' : 'mobile')];
}

/** What the shop tells about a person when they sign up. */
export function profile(shopper: Shopper): JsonObject {
  return {
    first_name: shopper.firstName,
    last_name: shopper.lastName,
    email: shopper.email,
    ...(shopper.phone === null ? {} : { phone: shopper.phone }),
    language: shopper.language,
    city: shopper.place.city,
    country: shopper.place.country,
    time_zone: shopper.place.timeZone,
    preferred_channel: shopper.prefers,
    acquired_by: shopper.broughtBy,
    orders_count: 0,
    total_spent: 0,
    loyalty_tier: 'none',
    open_complaints: 0,
  };
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
}
