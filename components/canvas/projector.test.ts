// An edit re-renders what it changed and nothing else, and only a change of structure arranges anew.
import { expect, test } from 'vitest';
import { JourneyDocument } from '@/lib/core/journey/document';
import { edit } from '@/lib/core/journey/edit';
import { createProjector } from './projector';

const drawn = JourneyDocument.parse({
  format: 1,
  nodes: [
    { id: 'nod_start', type: 'event-trigger', data: {} },
    { id: 'nod_wait', type: 'wait-for-event', data: {} },
    { id: 'nod_mail', type: 'send-email', data: {} },
  ],
  edges: [
    { from: 'nod_start', exit: 'next', to: 'nod_wait' },
    { from: 'nod_wait', exit: 'timeout', to: 'nod_mail' },
  ],
  settings: { reentry: 'once' },
});

function changed<Item extends { id: string }>(before: readonly Item[], after: readonly Item[]): string[] {
  return after.filter((item) => !before.includes(item)).map(({ id }) => id);
}

test('typing into one node changes one card and no line', () => {
  const project = createProjector();
  const before = project(drawn, false);
  const data = { subject: 'Hello' };
  const after = project(edit(drawn, { kind: 'update-data', id: 'nod_mail', data }), false);
  expect(changed(before.nodes, after.nodes)).toEqual(['nod_mail']);
  expect(changed(before.edges, after.edges)).toEqual([]);
});

test('moving a card changes it and the plus that hangs on it', () => {
  const project = createProjector();
  const before = project(drawn, false);
  const after = project(edit(drawn, { kind: 'nudge-node', id: 'nod_mail', nudge: { x: 9, y: 0 } }), false);
  expect(changed(before.nodes, after.nodes)).toEqual(['nod_mail', 'open nod_mail next']);
});

test('the same drawing is the same projection', () => {
  const project = createProjector();
  expect(project(drawn, false)).toBe(project(drawn, false));
});

test('counts need taller cards', () => {
  const project = createProjector();
  const before = project(drawn, false);
  const after = project(drawn, true);
  expect(after.nodes[0]?.height).toBeGreaterThan(before.nodes[0]?.height ?? Number.POSITIVE_INFINITY);
});
