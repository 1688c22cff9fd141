// The outline says everything the drawing says: every step once, every path by name, every join and loop.
import { expect, test } from 'vitest';
import { JourneyDocument } from '@/lib/core/journey/document';
import { type OutlineRow, outlineOf } from './outline';

function drawn(nodes: [string, string][], edges: [string, string, string][]): JourneyDocument {
  return JourneyDocument.parse({
    format: 1,
    nodes: nodes.map(([id, type]) => ({ id: `nod_${id}`, type, data: {} })),
    edges: edges.map(([from, exit, to]) => ({ from: `nod_${from}`, exit, to: `nod_${to}` })),
    settings: { reentry: 'once' },
  });
}

function line(row: OutlineRow): string {
  const words = row.kind === 'exit' || row.kind === 'open' ? row.after.exit : row.node.id.slice(4);
  return `${'  '.repeat(row.depth)}${row.kind} ${words}`;
}

test('a path reads straight down, a branch indents its paths, a join is mentioned', () => {
  const document = drawn(
    [
      ['start', 'event-trigger'],
      ['wait', 'wait-for-event'],
      ['thanks', 'send-email'],
      ['remind', 'send-sms'],
    ],
    [
      ['start', 'next', 'wait'],
      ['wait', 'happened', 'thanks'],
      ['wait', 'timeout', 'remind'],
      ['remind', 'next', 'thanks'],
    ],
  );
  expect(outlineOf(document).map(line)).toEqual([
    'step start',
    'step wait',
    '  exit happened',
    '    step thanks',
    '    open next',
    '  exit timeout',
    '    step remind',
    '    goes-on thanks',
  ]);
});

test('loops end, and steps that nothing leads to are listed too', () => {
  const document = drawn(
    [
      ['lost', 'delay'],
      ['start', 'event-trigger'],
      ['again', 'delay'],
    ],
    [
      ['start', 'next', 'again'],
      ['again', 'next', 'again'],
    ],
  );
  expect(outlineOf(document).map(line)).toEqual([
    'step start',
    'step again',
    'goes-on again',
    'step lost',
    'open next',
  ]);
});

test('the end of a trigger is marked as one that must lead on', () => {
  expect(outlineOf(drawn([['start', 'event-trigger']], [])).at(-1)).toMatchObject({
    kind: 'open',
    isRequired: true,
  });
});
