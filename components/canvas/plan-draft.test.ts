// What may be chosen for people at a step, and what becomes of the choice.
import { expect, it } from 'vitest';
import { journey } from '@/lib/core/testing/build-journey';
import { blankPlan, choicesFor, draftAt, planOf, targetsIn } from './plan-draft';

const drawing = journey().trigger('Signed up').delay(5, 'days').email('Hello').document();
const counts = { stayed: 1, moved: 0, retimed: 0, exited: 0, atOnce: 0 };
const touched = { nodeId: 'nod_2', type: 'delay', name: '', versions: [1], people: 1, counts } as const;

it('offers what the new drawing can do', () => {
  const targets = targetsIn(drawing);
  expect(targets.map(({ id }) => id)).toEqual(['nod_2', 'nod_3']);
  const changed = { ...touched, versions: [1], step: 'changed' as const, canRetime: true };
  expect(choicesFor(changed, targets)).toEqual(['stay', 'keep', 'move', 're-time', 'exit']);
  const removed = { ...changed, step: 'removed' as const, canRetime: false };
  expect(choicesFor(removed, [])).toEqual(['stay', 'exit']);
});

it('sends nothing that was not chosen, and everything that was', () => {
  expect(planOf(blankPlan)).toEqual({ nodes: [], others: 'move' });
  expect(draftAt(blankPlan, 'nod_2')).toEqual({ choice: 'stay', to: null, spreadHours: 0 });
  const chosen = {
    others: 'stay',
    nodes: {
      nod_1: { choice: 'keep', to: 'nod_9', spreadHours: 5 },
      nod_2: { choice: 'move', to: 'nod_3', spreadHours: 5 },
      nod_3: { choice: 're-time', to: null, spreadHours: 7 },
      nod_4: { choice: 'exit', to: null, spreadHours: 7 },
      nod_5: { choice: 'move', to: null, spreadHours: 0 },
    },
  } as const;
  expect(planOf(chosen)).toEqual({
    others: 'stay',
    nodes: [
      { nodeId: 'nod_1', choice: 'move', spreadHours: 0 },
      { nodeId: 'nod_2', choice: 'move', to: 'nod_3', spreadHours: 5 },
      { nodeId: 'nod_3', choice: 're-time', spreadHours: 7 },
      { nodeId: 'nod_4', choice: 'exit' },
      { nodeId: 'nod_5', choice: 'move', spreadHours: 0 },
    ],
  });
});
