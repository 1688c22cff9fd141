// Who may come again, and how many passages at once: every setting against every other.
import { describe, expect, test } from 'vitest';
import { JourneyDocument } from '../journey/document';
import { MemoryShell } from '../journey-test/memory-shell';
import { anEvent, DAY, HOUR, NOON } from '../testing/build-event';
import { liveVersions } from '../testing/live-versions';

type Settings = JourneyDocument['settings'];

/** On an order, keyed by its number: a day's wait, then an e-mail. A cancelled order ends its own passage. */
function shellWith(settings: Settings): MemoryShell {
  const document = JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_in', type: 'event-trigger', data: { event: 'Ordered', key: ['order'] } },
      { id: 'nod_wait', type: 'delay', data: { amount: 1, unit: 'days' } },
      { id: 'nod_mail', type: 'send-email', data: { subject: 'How was it?', body: 'Tell us.' } },
    ],
    edges: [
      { from: 'nod_in', exit: 'next', to: 'nod_wait' },
      { from: 'nod_wait', exit: 'next', to: 'nod_mail' },
    ],
    settings,
  });
  const shell = new MemoryShell();
  shell.publish(liveVersions([{ journeyId: 'jrn_1', version: 1, document, isEnrolling: true }]));
  return shell;
}

let seq = 0;
function order(shell: MemoryShell, number: string, receivedAt: number, name = 'Ordered'): string[] {
  seq += 1;
  const before = shell.decisions.length;
  shell.batch([anEvent(name, { seq, receivedAt, properties: { order: number } })], receivedAt);
  return shell.decisions.slice(before).map(({ code }) => code);
}

const entered = ['entered', 'delay-started'];

/** What a second order says: at once, of the same number; at once, of another; after the first is over; days later. */
const table: [Settings, { same: string; other: string; afterwards: string; daysLater: string }][] = [
  [
    { reentry: 'once', concurrency: 'by-key' },
    {
      same: 'already-in-journey',
      other: 'entered-before',
      afterwards: 'entered-before',
      daysLater: 'entered-before',
    },
  ],
  [
    { reentry: 'once', concurrency: 'one' },
    {
      same: 'already-in-journey',
      other: 'already-in-journey',
      afterwards: 'entered-before',
      daysLater: 'entered-before',
    },
  ],
  [
    { reentry: 'after', reentryAfterDays: 3, concurrency: 'by-key' },
    {
      same: 'already-in-journey',
      other: 'entered-too-lately',
      afterwards: 'entered-too-lately',
      daysLater: 'entered',
    },
  ],
  [
    { reentry: 'after', reentryAfterDays: 3, concurrency: 'one' },
    {
      same: 'already-in-journey',
      other: 'already-in-journey',
      afterwards: 'entered-too-lately',
      daysLater: 'entered',
    },
  ],
  [
    { reentry: 'unlimited', concurrency: 'by-key' },
    { same: 'already-in-journey', other: 'entered', afterwards: 'entered', daysLater: 'entered' },
  ],
  [
    { reentry: 'unlimited', concurrency: 'one' },
    { same: 'already-in-journey', other: 'already-in-journey', afterwards: 'entered', daysLater: 'entered' },
  ],
];

describe.each(table)('%o', (settings, says) => {
  const second = (number: string, after: number) => {
    const shell = shellWith(settings);
    order(shell, 'A', NOON);
    shell.batch([], NOON + after);
    return order(shell, number, NOON + after)[0];
  };

  test('a second order is judged by it', () => {
    expect({
      same: second('A', HOUR),
      other: second('B', HOUR),
      afterwards: second('B', DAY + HOUR),
      daysLater: second('A', 3 * DAY),
    }).toEqual(says);
  });
});

test('days are counted to the moment', () => {
  const shell = shellWith({ reentry: 'after', reentryAfterDays: 3 });
  order(shell, 'A', NOON);
  expect(order(shell, 'B', NOON + 3 * DAY - 1)).toContain('entered-too-lately');
  expect(order(shell, 'C', NOON + 3 * DAY)).toEqual(entered);
});

test('two orders are two passages, and cancelling one ends only that one', () => {
  const cancelled = { id: 'r1', name: 'Cancelled', event: 'Cancelled', key: ['order'] };
  const shell = shellWith(
    JourneyDocument.shape.settings.parse({ reentry: 'unlimited', exitRules: [cancelled] }),
  );
  expect(order(shell, 'A', NOON)).toEqual(entered);
  expect(order(shell, 'B', NOON + 1)).toEqual(entered);
  expect(order(shell, 'A', NOON + HOUR, 'Cancelled')).toEqual(['exit-rule-met']);
  shell.batch([], NOON + 2 * DAY);
  expect([...shell.enrollments.values()].map(({ key, endReason }) => [key, endReason])).toEqual([
    ['A', 'exit-rule-met'],
    ['B', 'path-ended'],
  ]);
  expect(shell.commands).toHaveLength(1);
});

test('once is once under a thousand copies of the event, in one batch and in many', () => {
  const copies = Array.from({ length: 1000 }, (_, index) =>
    anEvent('Ordered', { seq: index + 1, messageId: `copy-${index}`, properties: { order: `${index}` } }),
  );
  const together = shellWith({ reentry: 'once' });
  together.batch(copies, NOON);
  const apart = shellWith({ reentry: 'once' });
  for (let start = 0; start < copies.length; start += 7) apart.batch(copies.slice(start, start + 7), NOON);
  for (const shell of [together, apart]) {
    expect(shell.enrollments.size).toBe(1);
    expect(shell.decisions.filter(({ code }) => code === 'entered-before')).toHaveLength(999);
  }
});
