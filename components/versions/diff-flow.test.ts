// Every card and line of a comparison carries its mark; two lines from one exit, the old and the new, are two lines.
import { expect, test } from 'vitest';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { drawnDiff } from '@/lib/core/journey/drawn-diff';
import { journey } from '@/lib/core/testing/build-journey';
import { diffFlow } from './diff-flow';

const before = journey().trigger('Signed up').delay(7, 'days').email('Hello').document();

const marksOf = ({ nodes }: ReturnType<typeof diffFlow>) =>
  nodes.map((card) => (card.type === 'diff-step' ? card.data.mark : card.type));

test('what is new, changed and gone is drawn with its mark', () => {
  const after = journey().trigger('Signed up').delay(5, 'days').document();
  const flow = diffFlow(drawnDiff(before, after));
  expect(marksOf(flow)).toEqual([null, 'changed', 'removed', 'diff-end']);
  expect(flow.edges.map(({ data }) => data?.mark)).toEqual([null, 'removed', null]);
});

test('an exit that leads elsewhere has its old and its new line', () => {
  const [first, second, third] = before.nodes;
  if (!first || !second || !third) throw new Error('The drawing has three nodes.');
  const led: JourneyDocument = {
    ...before,
    edges: [
      { from: first.id, exit: 'next', to: third.id },
      { from: second.id, exit: 'next', to: third.id },
    ],
  };
  const { edges } = diffFlow(drawnDiff(before, led));
  const leaving = edges.filter(({ source }) => source === first.id);
  expect(leaving.map(({ target, data }) => [target, data?.mark])).toEqual([
    [third.id, 'added'],
    [second.id, 'removed'],
  ]);
  expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
});
