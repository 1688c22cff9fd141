// Every way to wait, as drawings and as an independent reckoning of when each wait is over.
import { JourneyDocument } from '@/lib/core/journey/document';
import { addDays, dateAt, type Shown, weekdayOf, whenShown } from './wall-clock';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const UNITS = { minutes: MINUTE, hours: 60 * MINUTE, days: DAY };

interface Length {
  readonly amount: number;
  readonly unit: keyof typeof UNITS;
}

export type Wait =
  | ({ readonly mode: 'duration' } & Length)
  | { readonly mode: 'time-of-day'; readonly time: string; readonly weekdays: readonly number[] }
  | { readonly mode: 'date'; readonly offsetDays: number; readonly time: string }
  | ({ readonly mode: 'event' } & Length);

export const waits: readonly Wait[] = [
  { mode: 'duration', amount: 1, unit: 'hours' },
  { mode: 'duration', amount: 1, unit: 'minutes' },
  { mode: 'duration', amount: 45, unit: 'minutes' },
  { mode: 'duration', amount: 7, unit: 'hours' },
  { mode: 'duration', amount: 1, unit: 'days' },
  { mode: 'duration', amount: 30, unit: 'days' },
  { mode: 'duration', amount: 200, unit: 'days' },
  { mode: 'duration', amount: 365, unit: 'days' },
  { mode: 'time-of-day', time: '00:15', weekdays: [] },
  { mode: 'time-of-day', time: '01:30', weekdays: [] },
  { mode: 'time-of-day', time: '02:15', weekdays: [] },
  { mode: 'time-of-day', time: '02:30', weekdays: [] },
  { mode: 'time-of-day', time: '02:45', weekdays: [7] },
  { mode: 'time-of-day', time: '09:00', weekdays: [1, 2, 3, 4, 5] },
  { mode: 'time-of-day', time: '23:59', weekdays: [5, 6] },
  { mode: 'date', offsetDays: 0, time: '02:30' },
  { mode: 'date', offsetDays: 1, time: '01:30' },
  { mode: 'date', offsetDays: -7, time: '00:15' },
  { mode: 'date', offsetDays: 40, time: '09:00' },
  { mode: 'event', amount: 1, unit: 'hours' },
  { mode: 'event', amount: 3, unit: 'days' },
];

/** What ends an `event` wait before its time. */
export const ANSWER = 'Answered';
export const startOf = (index: number) => `Wait ${index}`;

export function drawingOf(wait: Wait, index: number): JourneyDocument {
  const { mode, ...data } = wait;
  const { amount = 1, unit = 'hours' } = mode === 'event' ? wait : {};
  const step =
    mode === 'event'
      ? { type: 'wait-for-event', data: { event: ANSWER, key: ['number'], timeout: { amount, unit } } }
      : { type: 'delay', data: { ...data, mode, ...(mode === 'date' && { attribute: 'day' }) } };
  const exits = mode === 'event' ? ['happened', 'timeout'] : ['next'];
  return JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_start', type: 'event-trigger', data: { event: startOf(index), key: ['number'] } },
      { id: 'nod_wait', ...step },
      { id: 'nod_mail', type: 'send-email', data: { subject: 'Hello', body: 'Hello' } },
    ],
    edges: [
      { from: 'nod_start', exit: 'next', to: 'nod_wait' },
      ...exits.map((exit) => ({ from: 'nod_wait', exit, to: 'nod_mail' })),
    ],
    settings: { reentry: 'unlimited' },
  });
}

const plainly = (at: number): Shown => ({ at, kind: 'plain', earliest: at });

/** When a wait that begins at `from` (ms) is over; null where the day is none. */
export function dueOf(wait: Wait, zone: string, day: string | null, from: number): Shown | null {
  if (wait.mode === 'date') return day === null ? null : dueByDate(wait, zone, day);
  if (wait.mode !== 'time-of-day') return plainly(from + wait.amount * UNITS[wait.unit]);
  for (let date = dateAt(zone, from); ; date = addDays(date, 1)) {
    const shown = whenShown(zone, date, wait.time);
    const isDay = wait.weekdays.length === 0 || wait.weekdays.includes(weekdayOf(date));
    if (isDay && shown.at > from) return shown;
  }
}

function dueByDate(
  { offsetDays, time }: Extract<Wait, { mode: 'date' }>,
  zone: string,
  day: string,
): Shown | null {
  if (!/^\d{4}-\d\d-\d\d/.test(day)) return null;
  const date = day.length === 10 ? day : dateAt(zone, Date.parse(day));
  return whenShown(zone, addDays(date, offsetDays), time);
}

/** Lets customers in on the day they were born, every year, and once a week before something of theirs ends. */
export const dateEntries = [
  { name: 'Birthday', attribute: 'born', repeats: 'yearly', days: 0, time: '02:30' },
  { name: 'Renewal', attribute: 'renews', repeats: 'once', days: -7, time: '01:30' },
] as const;
export type DateEntry = (typeof dateEntries)[number];

export function entryDrawing({ attribute, repeats, days, time }: DateEntry): JourneyDocument {
  const offset = { days: Math.abs(days), direction: 'before' };
  return JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_date', type: 'date-trigger', data: { attribute, repeats, offset, time } },
      { id: 'nod_exit', type: 'exit', data: {} },
    ],
    edges: [{ from: 'nod_date', exit: 'next', to: 'nod_exit' }],
    settings: { reentry: 'unlimited' },
  });
}

/** All the times at or after `from` (ms) at which a date comes round within the years of the run, with their dates. */
export function comingsOf(
  { repeats, days, time }: DateEntry,
  zone: string,
  date: string,
  from: number,
): (Shown & { readonly occasion: string })[] {
  const years = repeats === 'once' ? [date.slice(0, 4)] : ['2027', '2028', '2029'];
  return years
    .map((year) => {
      const isCommon = date.endsWith('02-29') && Number(year) % 4 !== 0;
      const occasion = isCommon ? `${year}-02-28` : `${year}${date.slice(4)}`;
      return { ...whenShown(zone, addDays(occasion, days), time), occasion };
    })
    .filter(({ at }) => at >= from);
}
