// A segment is found by its name as it is written or not, and by its id.
import { expect, test } from 'vitest';
import { segmentCalled, segmentName } from './segment-name';

const segments = [
  { id: 'seg_a', name: 'Regulars' },
  { id: 'seg_b', name: 'seg_a' },
] as const;

test('names and ids lead to the segment, half of one does not', () => {
  expect(segmentCalled(' regulars ', segments)).toBe('seg_a');
  expect(segmentCalled('seg_a', segments)).toBe('seg_b');
  expect(segmentCalled('seg_new', segments)).toBe('seg_new');
  expect(segmentCalled('Regul', segments)).toBeNull();
  expect(segmentCalled('', segments)).toBeNull();
});

test('one that nobody knows is called by its id', () => {
  expect(segmentName('seg_a', segments)).toBe('Regulars');
  expect(segmentName('seg_gone', segments)).toBe('seg_gone');
  expect(segmentName(null, segments)).toBe('');
});
