// Who waits leaves by one way: what they wait for and the end of the wait never both move them, however close they fall
// and however they are batched.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryShell } from '../journey-test/memory-shell';
import { anEvent, DAY, HOUR, NOON } from '../testing/build-event';
import { journey, type Line } from '../testing/build-journey';
import type { CustomerEvent } from './customer-event';

const hour = { amount: 1, unit: 'hours' };
const isVip = { type: 'test', subject: 'attribute', path: ['vip'], operator: 'equals', value: true };
const webhook = { url: 'https://shop.example/stock', capture: { saveAs: 'stock' } };

interface Wait {
  readonly type: 'wait-for-event' | 'wait-for-condition' | 'call-webhook' | 'issue-coupon';
  readonly data: object;
  readonly ways: readonly [string, string];
  readonly endsAfterMs: number;
}

const waits: readonly Wait[] = [
  {
    type: 'wait-for-event',
    data: { event: 'Ordered', timeout: hour },
    ways: ['happened', 'timeout'],
    endsAfterMs: HOUR,
  },
  {
    type: 'wait-for-condition',
    data: { condition: isVip, timeout: hour },
    ways: ['met', 'timeout'],
    endsAfterMs: HOUR,
  },
  { type: 'call-webhook', data: webhook, ways: ['next', 'failed'], endsAfterMs: DAY },
  {
    type: 'issue-coupon',
    data: { poolId: 'cpl_1', saveAs: 'coupon' },
    ways: ['issued', 'none-left'],
    endsAfterMs: HOUR,
  },
];

/** Mostly within a moment of the end of the wait. */
const moment = fc.record({
  offset: fc.constantFrom(-60_000, -1, -1, 0, 0, 0, 1, 1, 60_000),
  isOk: fc.boolean(),
  cut: fc.boolean(),
  lateMs: fc.constantFrom(null, 0, 0, 1, 60_000),
});

const both = ({ type, data, ways }: Wait): Line =>
  journey()
    .trigger('Began')
    .add(type, data, ways, { [ways[0]]: (line) => line.sms('It came') })
    .email('It did not');

/** What this wait waits for, happening then. */
function ending({ type }: Wait, shell: MemoryShell, seq: number, at: number, isOk: boolean): CustomerEvent {
  const when = { seq, receivedAt: at };
  if (type === 'wait-for-event') return anEvent('Ordered', when);
  if (type === 'wait-for-condition')
    return anEvent('Told', { ...when, type: 'identify', traits: { vip: isOk } });
  const [asker] = [...shell.enrollments.keys()];
  const properties = { enrollment_id: asker ?? '', node_id: 'nod_2', visit: 2, ok: isOk, value: 'A' };
  return anEvent('answer', { ...when, type: 'signal', properties });
}

test.each(waits)('law: $type is left once', (wait) => {
  const left = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(moment, { minLength: 1, maxLength: 8, size: 'large' }), (moments) => {
      const shell = new MemoryShell();
      shell.publish([{ journeyId: 'jrn_1', version: 1, program: both(wait).program(), isEnrolling: true }]);
      shell.batch([anEvent('Began')], NOON);
      let batch: CustomerEvent[] = [];
      const inOrder = [...moments].sort((a, b) => a.offset - b.offset);
      for (const [index, { offset, isOk, cut, lateMs }] of inOrder.entries()) {
        const at = NOON + wait.endsAfterMs + offset;
        batch.push(ending(wait, shell, index + 2, at, isOk));
        if (!cut) continue;
        shell.batch(batch, lateMs === null ? 0 : at + lateMs);
        batch = [];
      }
      shell.batch(batch, NOON + wait.endsAfterMs + HOUR);
      const ways = shell.decisions.flatMap(({ nodeId, exit }) => (nodeId === 'nod_2' && exit ? [exit] : []));
      expect(ways).toHaveLength(1);
      expect(shell.commands.filter(({ type }) => type === 'send-sms' || type === 'send-email')).toHaveLength(
        1,
      );
      for (const way of ways) left.set(way, (left.get(way) ?? 0) + 1);
    }),
    { numRuns: 500 },
  );
  for (const way of wait.ways) expect(left.get(way)).toBeGreaterThan(20);
});
