// An occasion happens once to a customer, whatever zones they travel through and however what they tell is batched.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryShell } from '../journey-test/memory-shell';
import type { JsonObject } from '../json';
import { anEvent, HOUR, MINUTE, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';

const ZONES = [
  ...['Pacific/Pago_Pago', 'America/Lima', 'America/St_Johns', 'UTC', 'Europe/Prague', 'Asia/Kathmandu'],
  ...['Asia/Tokyo', 'Pacific/Chatham', 'Pacific/Kiritimati', 'Mars/Olympus', ''],
];

/** Around a date four days after the customer told it. */
const travels = fc.record({
  repeats: fc.constantFrom('yearly', 'once'),
  born: fc.constantFrom('2026-03-05', '2026-03-05T11:30:00Z', '2026-03-05T23:45:00Z', '2026-03-06T00:10:00Z'),
  offset: fc.record({ days: fc.constantFrom(0, 0, 1), direction: fc.constantFrom('before', 'after') }),
  time: fc.constantFrom('00:00', '09:00', '23:59'),
  moves: fc.array(
    fc.record({
      hours: fc.integer({ min: 30, max: 150 }),
      zone: fc.constantFrom(...ZONES),
      cut: fc.boolean(),
    }),
    { maxLength: 12, size: 'large' },
  ),
});

const entries = ({ decisions }: MemoryShell) => decisions.filter(({ code }) => code === 'entered').length;

function tell(traits: JsonObject, seq: number, receivedAt: number) {
  return anEvent('Told', { seq, type: 'identify', traits, receivedAt });
}

test('law: whoever travels has the occasion once, and does not lose it', () => {
  let moved = 0;
  fc.assert(
    fc.property(travels, ({ moves, born, ...data }) => {
      const shell = new MemoryShell();
      const drawn = journey()
        .add('date-trigger', { attribute: 'born', ...data }, ['next'])
        .exit();
      shell.publish([{ journeyId: 'jrn_1', version: 1, program: drawn.program(), isEnrolling: true }]);
      shell.batch([tell({ born }, 1, NOON)], NOON);
      let batch: ReturnType<typeof tell>[] = [];
      for (const [index, { hours, zone, cut }] of moves.toSorted((a, b) => a.hours - b.hours).entries()) {
        batch.push(
          tell({ timezone: zone === '' ? null : zone }, index + 2, NOON + hours * HOUR + index * MINUTE),
        );
        if (!cut) continue;
        shell.batch(batch, 0);
        batch = [];
      }
      shell.batch(batch, NOON + 200 * HOUR);
      expect(entries(shell)).toBe(1);
      moved += moves.length;
    }),
    { numRuns: 1000 },
  );
  expect(moved).toBeGreaterThan(1000);
});

test('law: the same with another date told and taken back in between', () => {
  fc.assert(
    fc.property(travels, fc.boolean(), ({ moves, born, ...data }, isWhole) => {
      const shell = new MemoryShell();
      const drawn = journey()
        .add('date-trigger', { attribute: 'born', ...data }, ['next'])
        .exit();
      shell.publish([{ journeyId: 'jrn_1', version: 1, program: drawn.program(), isEnrolling: true }]);
      const told = moves
        .toSorted((a, b) => a.hours - b.hours)
        .flatMap(({ hours, zone }, index) => {
          const at = NOON + hours * HOUR;
          return [
            tell({ born: '1990-07-07' }, index * 2 + 2, at),
            tell({ born, timezone: zone === '' ? null : zone }, index * 2 + 3, at),
          ];
        });
      const all = [tell({ born }, 1, NOON), ...told];
      for (const piece of isWhole ? [all] : all.map((one) => [one])) shell.batch(piece, 0);
      shell.batch([], NOON + 200 * HOUR);
      expect(entries(shell)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});
