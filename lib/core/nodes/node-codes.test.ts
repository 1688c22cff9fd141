// The documentation says all that steps may find and record.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import docsTexts from '../../i18n/en/docs.json';
import { draftData } from '../testing/arbitrary-data';
import { aVisit } from '../testing/build-visit';
import { nodeCodes } from './node-codes';
import { nodeFields } from './node-fields';
import { isNodeType, type NodeType, nodeOf, nodeTypes } from './registry';

const types = Object.keys(nodeTypes).filter(isNodeType);

const causes = [
  { kind: 'entered' },
  { kind: 'event', event: 'Viewed', properties: {} },
  { kind: 'due' },
  { kind: 'answer', isOk: true, value: 1 },
  { kind: 'answer', isOk: false, value: null },
] as const;

test.each(types)('%s: every problem and reason it gives is documented', (type) => {
  const { problems, reasons } = nodeCodes[type];
  const data: fc.Arbitrary<unknown> = draftData[type];
  fc.assert(
    fc.property(data, fc.constantFrom(...causes), (value, cause) => {
      const node = nodeOf(type);
      const found = node.compile(value);
      for (const { code } of found) expect(problems).toContain(code);
      if (found.length > 0) return;
      const attributes = { day: '2026-02-01', x: 'p', tags: 'none' };
      expect(reasons).toContain(node.step(value, aVisit({ cause, attributes })).code);
    }),
    { numRuns: 300 },
  );
});

test.each(types)('%s: the documentation says what it is for', (type) => {
  const texts: Record<NodeType, string> = docsTexts.nodes.types;
  expect(texts[type].length).toBeGreaterThan(40);
});

test('fields are told with type, default and limits', () => {
  expect(nodeFields('delay')).toEqual(
    expect.arrayContaining([
      { path: 'mode', type: 'duration | time-of-day | date', standard: '"duration"', limits: '' },
      { path: 'amount', type: 'number', standard: '1', limits: '' },
      { path: 'attribute', type: 'text', standard: '""', limits: '≤ 150' },
      { path: 'weekdays', type: 'list of integer', standard: '[]', limits: '≤ 7' },
    ]),
  );
  const paths = (type: NodeType) => nodeFields(type).map(({ path }) => path);
  expect(paths('wait-for-event')).toEqual(
    expect.arrayContaining(['orEvents[].event', 'timeout.unit', 'filter']),
  );
  expect(paths('call-webhook')).toEqual(expect.arrayContaining(['capture', 'capture.saveAs']));
  expect(nodeFields('experiment-split')).toContainEqual({
    path: 'arms[].id',
    type: 'text',
    standard: '',
    limits: '^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$',
  });
  expect(nodeFields('wait-for-event').find(({ path }) => path === 'filter')?.type).toBe('condition | null');
  expect(paths('join')).toEqual([]);
  expect(paths('wait-for-condition')).toEqual(['condition', 'timeout', 'timeout.amount', 'timeout.unit']);
  expect(nodeFields('wait-for-condition')[0]?.type).toBe('condition');
  expect(nodeFields('send-sms').find(({ path }) => path === 'maxLatenessHours')?.limits).toBe('≥ 1, ≤ 720');
});
