// Customers all over the earth, many of whose dates lie where the clocks are changed; some with zones nobody knows.
import type { Random } from './random';
import { addDays, changesOf, dateAt } from './wall-clock';

export const ZONES = [
  ...['UTC', 'Europe/Prague', 'Europe/London', 'America/New_York', 'America/St_Johns', 'America/Havana'],
  ...['America/Santiago', 'Africa/Cairo', 'Asia/Beirut', 'Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Tehran'],
  ...[
    'Australia/Lord_Howe',
    'Australia/Adelaide',
    'Pacific/Chatham',
    'Pacific/Kiritimati',
    'Antarctica/Troll',
  ],
];
/** Of the workspace, for those whose own is none. */
export const HOME = 'Europe/Prague';
const NOWHERE = ['Mars/Olympus', 'Europe/Nowhere', 'GMT+25', 17];

export interface ZonedCustomer {
  readonly userId: string;
  /** In which everything of theirs is reckoned. */
  readonly zone: string;
  readonly isUnknown: boolean;
  readonly traits: Readonly<Record<string, string | number>>;
}

export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

export function zonedCustomers(count: number, start: number, random: Random): ZonedCustomer[] {
  return Array.from({ length: count }, (_, index) => {
    const chance = random();
    const own = chance < 0.05 ? pick(NOWHERE, random) : pick(ZONES, random);
    const isUnknown = chance < 0.05;
    const isNone = !isUnknown && chance < 0.08;
    const zone = isUnknown || isNone ? HOME : String(own);
    const born = `${1960 + Math.floor(random() * 40)}${someDay(zone, start, random).slice(4)}`;
    const dates = {
      day: someDayText(zone, start, random),
      born: random() < 0.1 ? '1992-02-29' : born.replace('02-29', '02-28'),
      renews: someDay(zone, start, random),
    };
    return { userId: `user-${index}`, zone, isUnknown, traits: isNone ? dates : { ...dates, timezone: own } };
  });
}

/** Mostly of a night in which the clock is changed, or beside one. */
function someDay(zone: string, start: number, random: Random): string {
  const changes = changesOf(zone).filter((at) => at > start);
  const isChange = changes.length > 0 && random() < 0.6;
  const at = isChange ? pick(changes, random) : start + random() * 400 * 86_400_000;
  return addDays(dateAt(zone, at), pick([0, 0, 0, -1, 1, 7], random));
}

function someDayText(zone: string, start: number, random: Random): string {
  const chance = random();
  if (chance < 0.03) return 'soon';
  const day = someDay(zone, start, random);
  return chance < 0.1 ? `${day}T${pick(['00:00:00Z', '23:30:00Z', '12:00:00+05:45'], random)}` : day;
}
