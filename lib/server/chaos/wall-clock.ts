// Wall clocks as the operating system's calendar shows them, by Intl alone: the second opinion on every local time the
// product reckons with Temporal.

interface Stretch {
  readonly from: number;
  /** Of the wall clock from UTC, in ms. */
  readonly offset: number;
}

/** An instant, and whether the clock shows it once, never (then an offset later) or twice (then the first). */
export interface Shown {
  readonly at: number;
  readonly kind: 'plain' | 'gap' | 'overlap';
  /** In a gap: an offset earlier instead. */
  readonly earliest: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM = Date.UTC(2027, 6, 1);
const TO = Date.UTC(2030, 2, 1);
/** No zone changes its clock twice within this. */
const STRIDE = 6 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();
const tables = new Map<string, readonly Stretch[]>();

function offsetAt(zone: string, at: number): number {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The first ms of a span whose offset is another one than at its beginning. */
function changeWithin(zone: string, from: number, to: number): number {
  const before = offsetAt(zone, from);
  let [same, other] = [from, to];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(zone, middle) === before) same = middle;
    else other = middle;
  }
  return other;
}

function stretchesOf(zone: string): readonly Stretch[] {
  const known = tables.get(zone);
  if (known !== undefined) return known;
  const found: Stretch[] = [{ from: FROM, offset: offsetAt(zone, FROM) }];
  for (let at = FROM; at < TO; at += STRIDE) {
    const after = offsetAt(zone, at + STRIDE);
    if (after !== offsetAt(zone, at))
      found.push({ from: changeWithin(zone, at, at + STRIDE), offset: after });
  }
  tables.set(zone, found);
  return found;
}

function offsetOf(zone: string, at: number): number {
  return stretchesOf(zone).findLast(({ from }) => from <= at)?.offset ?? offsetAt(zone, at);
}

/** When the clock of a zone is changed (ms). */
export function changesOf(zone: string): number[] {
  return stretchesOf(zone)
    .slice(1)
    .map(({ from }) => from);
}

/** `2027-10-31`, as a calendar on the wall shows it. */
export function dateAt(zone: string, at: number): string {
  return new Date(at + offsetOf(zone, at)).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00Z`).getUTCDay() || 7;
}

/** When the clock of a zone shows a time, `02:30`, on a date. */
export function whenShown(zone: string, date: string, time: string): Shown {
  const wall = Date.parse(`${date}T${time}Z`);
  const around = [offsetOf(zone, wall - 1.5 * DAY), offsetOf(zone, wall + 1.5 * DAY)] as const;
  const shown = [...new Set(around)]
    .map((offset) => ({ at: wall - offset, offset }))
    .filter(({ at, offset }) => offsetOf(zone, at) === offset)
    .map(({ at }) => at);
  if (shown.length === 0) return { at: wall - around[0], kind: 'gap', earliest: wall - around[1] };
  const at = Math.min(...shown);
  return { at, kind: shown.length > 1 ? 'overlap' : 'plain', earliest: at };
}
