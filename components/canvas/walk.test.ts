// Arrow keys follow the lines up and down and reach every card of a row.
import { expect, test } from 'vitest';
import { JourneyDocument } from '@/lib/core/journey/document';
import { toFlow } from './flow';
import { walk } from './walk';

const drawn = JourneyDocument.parse({
  format: 1,
  nodes: [
    { id: 'nod_start', type: 'event-trigger', data: {} },
    { id: 'nod_wait', type: 'wait-for-event', data: {} },
    { id: 'nod_yes', type: 'send-email', data: {} },
    { id: 'nod_no', type: 'send-sms', data: {} },
    { id: 'nod_lonely', type: 'exit', data: {} },
  ],
  edges: [
    { from: 'nod_start', exit: 'next', to: 'nod_wait' },
    { from: 'nod_wait', exit: 'happened', to: 'nod_yes' },
    { from: 'nod_wait', exit: 'timeout', to: 'nod_no' },
  ],
  settings: { reentry: 'once' },
});
const flow = toFlow(drawn, false);

test.each([
  ['nod_start', 'down', 'nod_wait'],
  ['nod_wait', 'up', 'nod_start'],
  ['nod_wait', 'down', 'nod_yes'],
  ['nod_yes', 'right', 'nod_no'],
  ['nod_no', 'left', 'nod_yes'],
  ['nod_no', 'up', 'nod_wait'],
  ['nod_start', 'up', null],
  ['nod_no', 'down', null],
] as const)('from %s %s leads to %s', (from, direction, to) => {
  expect(walk(flow, from, direction)).toBe(to);
});

test('a card that is gone leads nowhere', () => {
  expect(walk(flow, 'nod_gone', 'down')).toBeNull();
});
