// A test's form offers the segments that the drawing asks about.
import { expect, test } from 'vitest';
import { journey } from '@/lib/core/testing/build-journey';
import { mentionedSegments } from './mentioned-segments';

test('each once, in the order of the drawing', () => {
  const inside = (segmentId: 'seg_gold' | 'seg_new') =>
    ({ type: 'segment', segmentId, isMember: true }) as const;
  const line = journey().trigger('Basket').branch(inside('seg_gold')).branch(inside('seg_new'));
  expect(mentionedSegments(line.branch(inside('seg_gold')).document())).toEqual(['seg_gold', 'seg_new']);
  expect(mentionedSegments(journey().trigger('Basket').document())).toEqual([]);
});
