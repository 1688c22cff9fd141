// What becomes of appointments when the customer's date or zone changes, in examples.
import { describe, expect, test } from 'vitest';
import { MemoryShell } from '../journey-test/memory-shell';
import type { Json, JsonObject } from '../json';
import { anEvent, HOUR, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';

function shellWith(data: object = {}) {
  const shell = new MemoryShell();
  const drawn = journey()
    .add('date-trigger', { attribute: 'born', ...data }, ['next'])
    .exit();
  shell.publish([{ journeyId: 'jrn_1', version: 3, program: drawn.program(), isEnrolling: true }]);
  return shell;
}

let seq = 0;
function tell(shell: MemoryShell, traits: JsonObject, hours: number) {
  seq += 1;
  const receivedAt = NOON + hours * HOUR;
  shell.batch([anEvent('Told', { seq, type: 'identify', traits, receivedAt })], receivedAt);
}

const standing = ({ appointments }: MemoryShell) =>
  [...appointments.values()].map(({ occasion, dueAt }) => [occasion, (dueAt - NOON) / HOUR]);

describe('a date that is told and is none', () => {
  const said = (born: Json) => {
    const shell = shellWith();
    tell(shell, { born }, 0);
    return shell.decisions;
  };

  test.each([['soon'], [19_900_302], [true], [['1990-03-02']], ['1990-02-30']])(
    '%j is said to be',
    (born) => {
      const whose = {
        customerId: 'cus_1',
        journeyId: 'jrn_1',
        version: 3,
        nodeId: 'nod_1',
        enrollmentId: null,
      };
      const inputs = { attribute: 'born', value: born };
      expect(said(born)).toEqual([{ ...whose, code: 'trigger-date-unusable', at: NOON, inputs }]);
    },
  );

  test('a date, none at all and another zone are not', () => {
    expect([said('1990-03-02'), said(null), said('')]).toEqual([[], [], []]);
    const shell = shellWith();
    tell(shell, { born: 'soon' }, 0);
    tell(shell, { timezone: 'Asia/Tokyo' }, 1);
    expect(shell.decisions).toHaveLength(1);
  });
});

describe('whoever moves before the time', () => {
  test('has it on the new clock', () => {
    const shell = shellWith();
    tell(shell, { born: '1990-03-02' }, 0);
    expect(standing(shell)).toEqual([['2026-03-02', 21]]);
    tell(shell, { timezone: 'America/Lima' }, 1);
    expect(standing(shell)).toEqual([['2026-03-02', 26]]);
  });

  test('past it has it at once, where it comes again and where it does not', () => {
    for (const repeats of ['yearly', 'once']) {
      const shell = shellWith({ repeats });
      tell(shell, { born: '2026-03-02' }, 0);
      tell(shell, { timezone: 'Asia/Tokyo' }, 13);
      expect(shell.decisions.map(({ code, at }) => [code, (at - NOON) / HOUR])).toEqual([
        ['entered', 13],
        ['exit-reached', 13],
      ]);
    }
  });
});

test('whoever moves back after the time has it the next year', () => {
  const shell = shellWith();
  tell(shell, { born: '1990-03-02', timezone: 'Asia/Tokyo' }, 0);
  shell.batch([], NOON + 13 * HOUR);
  tell(shell, { timezone: 'America/Lima' }, 14);
  expect(standing(shell)).toEqual([['2027-03-02', 365 * 24 + 26]]);
});

test('a step that writes a date or a zone is followed as what the customer tells', () => {
  const shell = new MemoryShell();
  const date = journey().add('date-trigger', { attribute: 'born' }, ['next']).exit();
  const write = journey()
    .trigger('Bought')
    .set('timezone', 'America/Lima')
    .delay(1, 'days')
    .set('born', 'soon');
  shell.publish([
    { journeyId: 'jrn_1', version: 1, program: date.program(), isEnrolling: true },
    { journeyId: 'jrn_2', version: 1, program: write.program(), isEnrolling: true },
  ]);
  tell(shell, { born: '1990-03-02' }, 0);
  shell.batch([], NOON + 22 * HOUR);
  shell.batch([anEvent('Bought', { seq: 900, receivedAt: NOON + 23 * HOUR })], NOON + 23 * HOUR);
  expect(standing(shell)).toEqual([['2027-03-02', 365 * 24 + 26]]);
  shell.batch([], NOON + 50 * HOUR);
  expect(standing(shell)).toEqual([]);
  expect(shell.decisions.filter(({ code }) => code === 'trigger-date-unusable')).toHaveLength(1);
});

test('whoever moves on at the moment at which it is due keeps it', () => {
  const shell = new MemoryShell();
  const date = journey().add('date-trigger', { attribute: 'born' }, ['next']).exit();
  const onward = journey()
    .add('attribute-trigger', { attribute: 'timezone', change: 'to', value: 'Asia/Tokyo' }, ['next'])
    .set('timezone', 'Asia/Seoul');
  shell.publish([
    { journeyId: 'jrn_1', version: 1, program: date.program(), isEnrolling: true },
    { journeyId: 'jrn_2', version: 1, program: onward.program(), isEnrolling: true },
  ]);
  tell(shell, { born: '1990-03-02' }, 0);
  tell(shell, { timezone: 'Asia/Tokyo' }, 13);
  const own = shell.decisions.filter(({ journeyId }) => journeyId === 'jrn_1');
  expect(own.map(({ code }) => code)).toEqual(['entered', 'exit-reached']);
});

test('an appointment for an occasion that has been lets nobody in again', () => {
  const shell = new MemoryShell();
  const everyDay = journey().add('schedule-trigger', { every: 'day' }, ['next']).exit();
  shell.publish([{ journeyId: 'jrn_1', version: 1, program: everyDay.program(), isEnrolling: true }]);
  const place = { customerId: 'cus_1', journeyId: 'jrn_1', nodeId: 'nod_1' } as const;
  for (const hours of [1, 2]) {
    const dueAt = NOON + hours * HOUR;
    shell.appointments.set('any', { ...place, occasion: '2026-03-01T13:00', dueAt });
    shell.batch([], dueAt);
    shell.appointments.clear();
  }
  expect(shell.decisions.map(({ code }) => code)).toEqual(['entered', 'exit-reached']);
});
