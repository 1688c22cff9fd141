// What steps keep can be asked for by the steps behind them.
import { expect, test } from 'vitest';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { savedNames } from './saved-names';

test('each name once; steps that keep nothing are passed over', () => {
  const kept = [
    { saveAs: 'code' },
    {},
    { capture: { saveAs: 'answer' } },
    { capture: null },
    { saveAs: 'code' },
  ];
  const nodes = [...kept, { saveAs: '' }].map((data) => ({ data }));
  // Only the data is read, so the rest of a step may be missing here.
  expect(savedNames({ nodes: nodes as unknown as JourneyDocument['nodes'] })).toEqual(['code', 'answer']);
});
