// Laws of a single move.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../journey/compile';
import { arbitraryFacts } from '../testing/arbitrary-condition';
import { arbitraryJourney } from '../testing/arbitrary-journey';
import { anEnrollment, DAY, NOON } from '../testing/build-event';
import { advance } from './advance';
import type { Moment } from './enrollment';

describe('laws', () => {
  const cause = fc.constantFrom<Moment['cause']>(
    { kind: 'entered' },
    { kind: 'due' },
    { kind: 'event', event: 'Bought', properties: {} },
  );

  /** Any program, a passage anywhere in it, and any moment. */
  const anywhere = fc
    .record({
      document: arbitraryJourney,
      at: fc.nat(),
      cause,
      attributes: arbitraryFacts,
      late: fc.nat(3 * DAY),
    })
    .map(({ document, at, cause, attributes, late }) => {
      const { program } = compile(document);
      const node = document.nodes[at % document.nodes.length];
      if (program === null || node === undefined) throw new Error('The arbitrary journey compiles.');
      const moment: Moment = { now: NOON, cause, attributes, dueAt: NOON - late };
      return { program, enrollment: anEnrollment({ nodeId: node.id, wakeAt: NOON }), moment };
    });

  test('advance is deterministic, and leaves what it is given as it was', () => {
    fc.assert(
      fc.property(anywhere, (given) => {
        const [before, again] = [structuredClone(given), structuredClone(given)];
        const advanced = advance(given.program, given.enrollment, given.moment);
        expect(given).toEqual(before);
        expect(advance(again.program, again.enrollment, again.moment)).toEqual(advanced);
      }),
      { numRuns: 300 },
    );
  });

  test('at one moment nothing is commanded twice, and no wake lies in the past', () => {
    fc.assert(
      fc.property(anywhere, ({ program, enrollment, moment }) => {
        const { commands, enrollment: after } = advance(program, enrollment, moment);
        const keys = commands.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(commands.map(({ nodeId }) => nodeId)).size).toBe(commands.length);
        if (after.status === 'waiting') expect(after.wakeAt).toBeGreaterThanOrEqual(moment.now);
        else expect(after).toMatchObject({ wakeAt: null, endedAt: moment.now });
      }),
      { numRuns: 300 },
    );
  });
});
