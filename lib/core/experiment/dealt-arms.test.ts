// What a batch has to write down for experiments, and what it marks in the outbox.
import { describe, expect, it } from 'vitest';
import type { BatchDecision } from '../engine/batch';
import { buildRuleIndex } from '../engine/rule-index';
import { MemoryShell } from '../journey-test/memory-shell';
import { anEvent, NOON } from '../testing/build-event';
import { journey, type Line } from '../testing/build-journey';
import { type DealtArms, dealtArms } from './dealt-arms';
import { marksOf } from './exposing';

const letter = (line: Line) => line.email('Hello');
const text = (line: Line) => line.add('send-sms', { text: 'Hello' }, ['next']);

/** What comes of one batch of people; `settled` as publishing would write it. */
function dealt(
  arm: (line: Line) => unknown,
  data: object = {},
  isKnown = true,
  told = (decision: BatchDecision) => decision,
): DealtArms {
  const drawing = journey('unlimited').trigger('Viewed');
  const program = drawing.add('experiment-split', data, ['a', 'b', 'none'], { a: arm, b: arm }).program();
  const versions = [{ journeyId: 'jrn_1', version: 1, program, isEnrolling: true }] as const;
  const shell = new MemoryShell();
  shell.publish([...versions]);
  const events = Array.from({ length: 30 }, (_, index) =>
    anEvent('Viewed', { seq: index + 1, customerId: `cus_${index}` }),
  );
  shell.batch(events, NOON);
  const { decisions, commands } = shell;
  return dealtArms(buildRuleIndex([...versions]), {
    decisions: decisions.map(told),
    commands,
    enrollments: isKnown ? [...shell.enrollments.values()] : [],
  });
}

describe('dealtArms', () => {
  it('writes down everybody, and marks the message that makes them count', () => {
    const { assignments, commands } = dealt(letter);
    expect(assignments).toHaveLength(30);
    expect(assignments[0]).toMatchObject({ nodeId: 'nod_2', phase: 1, isExposed: false });
    expect(commands).toHaveLength(30);
    for (const [index, { payload }] of commands.entries()) {
      const { arm, phase, nodeId } = assignments[index] ?? {};
      expect(marksOf(payload)).toEqual({ exposes: [{ arm, phase, nodeId }], isHeldOut: false });
    }
  });

  it('counts to the period that the decision names, else to the first', () => {
    const periods = (told?: (decision: BatchDecision) => BatchDecision) =>
      new Set(dealt(letter, {}, true, told).assignments.map(({ period }) => period));
    expect(periods()).toEqual(new Set([1]));
    const later = (decision: BatchDecision) => ({ ...decision, inputs: { ...decision.inputs, period: 2 } });
    expect(periods(later)).toEqual(new Set([2]));
  });

  it('counts from the split on where arms do not write at once', () => {
    const waiting = dealt((line) => line.delay(1, 'hours').email('Hello'));
    expect(waiting.assignments.every(({ isExposed }) => isExposed)).toBe(true);
    const forking = dealt((line) => line.add('random-split', {}, ['a', 'b']).email('Hello'));
    expect(forking.commands.length).toBeGreaterThan(0);
    expect(forking.commands.some(({ payload }) => 'exposes' in payload)).toBe(false);
    const telling = dealt((line) => line.add('create-task', { team: 'sales', title: 'Call' }, ['next']));
    expect(telling.commands.map(({ payload }) => 'exposes' in payload)).toEqual(Array(30).fill(false));
  });

  it('stands in for the message to whoever is held out', () => {
    for (const [arm, type] of [
      [letter, 'send-email'],
      [text, 'send-sms'],
    ] as const) {
      const { assignments, commands } = dealt(arm, { holdoutPercent: 40 });
      const held = assignments.filter(({ arm: one }) => one === 'holdout');
      const standing = commands.filter(({ payload }) => marksOf(payload).isHeldOut);
      expect(held.length).toBeGreaterThan(3);
      expect(standing).toHaveLength(held.length);
      expect(standing[0]).toMatchObject({ type, customerId: held[0]?.customerId });
      expect(new Set(commands.map(({ key }) => key)).size).toBe(30);
    }
  });

  it('stands in for nothing where the passage is not part of the batch', () => {
    const { commands } = dealt(letter, { holdoutPercent: 40 }, false);
    expect(commands.some(({ payload }) => 'isHeldOut' in payload)).toBe(false);
  });

  it('has nothing to do where nothing was dealt', () => {
    const commands = dealt(letter, { settled: 'a' }).commands;
    expect(commands.every(({ payload }) => !('exposes' in payload))).toBe(true);
    const odd: BatchDecision = {
      ...{ customerId: 'cus_1', journeyId: 'jrn_1', version: 1, enrollmentId: null, nodeId: null, at: 0 },
      ...{ code: 'arm-assigned', inputs: {} },
    };
    const nothing = { assignments: [], commands: [] };
    expect(dealtArms(buildRuleIndex([]), { decisions: [odd], commands: [], enrollments: [] })).toEqual(
      nothing,
    );
  });
});
