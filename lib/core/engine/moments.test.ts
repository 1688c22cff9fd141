// Decisions as they are stored: together by passage and moment, and all there, in order.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Id } from '../id';
import type { BatchDecision } from './batch';
import type { Enrollment } from './enrollment';
import { storedTrail } from './moments';

const decision = (enrollmentId: string | null, at: number, code = 'entered'): BatchDecision => ({
  customerId: 'cus_1',
  journeyId: 'jrn_1',
  version: 1,
  nodeId: 'nod_1',
  inputs: {},
  at,
  code: code as BatchDecision['code'],
  enrollmentId: enrollmentId as Id<'enr'> | null,
});

// Only its id is looked at.
const passage = (id: string) => ({ id }) as Enrollment;

describe('the stored trail', () => {
  test('keeps the first moment of a new passage with the passage, and later ones apart', () => {
    const decisions = [
      decision('enr_new', 1),
      decision('enr_new', 1, 'wait-started'),
      decision('enr_old', 1, 'event-happened'),
      decision('enr_new', 2, 'timer-due'),
    ];
    const enrollments = [passage('enr_new'), passage('enr_old')];
    const trail = storedTrail({ decisions, enrollments }, (id) => id === 'enr_old');
    expect(trail.beginnings).toMatchObject([
      {
        place: 0,
        enrollment: { id: 'enr_new' },
        trail: [
          ['nod_1', 'entered', {}],
          ['nod_1', 'wait-started', {}],
        ],
      },
    ]);
    expect(
      trail.moments.map(({ place, enrollmentId, at, steps }) => [place, enrollmentId, at, steps.length]),
    ).toEqual([
      [1, 'enr_old', 1, 1],
      [2, 'enr_new', 2, 1],
    ]);
  });

  test('lets every refusal stand alone', () => {
    const decisions = [decision(null, 1, 'already-in-journey'), decision(null, 1, 'already-in-journey')];
    expect(storedTrail({ decisions, enrollments: [] }, () => true).moments).toHaveLength(2);
  });

  test('loses nothing, and keeps the order', () => {
    const one = fc.record({ who: fc.constantFrom(null, 'enr_a', 'enr_b', 'enr_c'), later: fc.nat(1) });
    fc.assert(
      fc.property(fc.array(one), fc.subarray(['enr_a', 'enr_b', 'enr_c']), (drawn, old) => {
        let at = 0;
        const decisions = drawn.map(({ who, later }, index) => {
          at += later;
          return { ...decision(who, at), inputs: { index } };
        });
        const met = [...new Set(decisions.flatMap(({ enrollmentId }) => enrollmentId ?? []))];
        const trail = storedTrail({ decisions, enrollments: met.map(passage) }, (id) => old.includes(id));
        const stored = [
          ...trail.beginnings.map(({ place, enrollment, trail: steps }) => ({
            place,
            who: enrollment.id,
            steps,
          })),
          ...trail.moments.map(({ place, enrollmentId, steps }) => ({ place, who: enrollmentId, steps })),
        ].sort((a, b) => a.place - b.place);
        expect(stored.map(({ place }) => place)).toEqual(stored.map((_, index) => index));
        const told = stored.flatMap(({ who, steps }) => steps.map(([, , inputs]) => ({ who, inputs })));
        expect(told).toEqual(decisions.map(({ enrollmentId: who, inputs }) => ({ who, inputs })));
        expect(trail.beginnings.map(({ enrollment }) => enrollment.id).sort()).toEqual(
          met.filter((id) => !old.includes(id)).sort(),
        );
      }),
    );
  });
});
