// Adding keeps the line whole: what followed still follows, and a trigger joins in beside.
import { expect, test } from 'vitest';
import type { NodeId } from '@/lib/core/engine/program';
import { JourneyDocument } from '@/lib/core/journey/document';
import { addingAfter, addStep, leadTo, mayAdd, newNodeId, removeStep, stepsToLeadTo } from './steps';
import { add, documentOf, type Studio, startStudio, undoEdit } from './studio';

const document = JourneyDocument.parse({
  format: 1,
  nodes: [
    { id: 'nod_start', type: 'event-trigger', data: {} },
    { id: 'nod_wait', type: 'wait-for-event', data: {} },
    { id: 'nod_end', type: 'exit', data: {} },
  ],
  edges: [
    { from: 'nod_start', exit: 'next', to: 'nod_wait' },
    { from: 'nod_wait', exit: 'happened', to: 'nod_end' },
  ],
  settings: { reentry: 'once' },
});
const studio = startStudio(
  {
    id: 'jrn_1',
    name: 'Welcome',
    state: 'draft',
    liveVersion: null,
    draftRevision: 1,
    hasUnpublishedChanges: true,
    priority: 0,
    entered: 0,
    waiting: 0,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    document,
  },
  null,
  true,
);
const exitOf = (from: NodeId, exit: string) => ({ from, exit });
const fresh: NodeId = 'nod_new';
const leadsFrom = (state: Studio, from: NodeId) =>
  documentOf(state)
    .edges.filter((edge) => edge.from === from)
    .map(({ to }) => to);

test('a step added on a line stands between, and is open and selected', () => {
  const added = addStep('delay', exitOf('nod_start', 'next'), fresh)(studio);
  expect([leadsFrom(added, 'nod_start'), leadsFrom(added, fresh)]).toEqual([[fresh], ['nod_wait']]);
  expect(added).toMatchObject({ selected: fresh, isOpen: true, adding: null });
});

test('a trigger added on a line starts at what the line leads to, in one step of undo', () => {
  const added = addStep('event-trigger', exitOf('nod_start', 'next'), fresh)(studio);
  expect([leadsFrom(added, 'nod_start'), leadsFrom(added, fresh)]).toEqual([['nod_wait'], ['nod_wait']]);
  expect(documentOf(undoEdit(added))).toBe(document);
});

test('a trigger stands alone where nothing was pointed at; another step does not', () => {
  expect(documentOf(addStep('event-trigger', null, fresh)(studio)).nodes).toHaveLength(4);
  expect(addStep('delay', null, fresh)(studio)).toBe(studio);
});

test('an exit is offered at the end of a line only, a trigger where it leads somewhere', () => {
  const middle = exitOf('nod_start', 'next');
  const end = exitOf('nod_wait', 'timeout');
  expect([mayAdd(studio, 'exit', middle), mayAdd(studio, 'exit', end)]).toEqual([false, true]);
  expect([mayAdd(studio, 'event-trigger', middle), mayAdd(studio, 'event-trigger', end)]).toEqual([
    true,
    false,
  ]);
  expect([mayAdd(studio, 'event-trigger', null), mayAdd(studio, 'delay', null)]).toEqual([true, false]);
});

test('adding after a card begins at its first free exit', () => {
  expect(addingAfter(studio, 'nod_wait')).toEqual({
    after: exitOf('nod_wait', 'timeout'),
    mayChooseExit: true,
  });
  expect(addingAfter(studio, 'nod_start')).toEqual({
    after: exitOf('nod_start', 'next'),
    mayChooseExit: false,
  });
  expect(addingAfter(studio, 'nod_end')).toBeNull();
  expect(addingAfter(studio, null)).toEqual({ after: null, mayChooseExit: false });
});

test('a step taken away heals the line and leaves the keyboard on the step before', () => {
  const removed = removeStep('nod_wait')(studio);
  expect(leadsFrom(removed, 'nod_start')).toEqual(['nod_end']);
  expect(removed).toMatchObject({ selected: 'nod_start', isOpen: false });
  expect(removeStep('nod_start')(studio)).toMatchObject({ selected: 'nod_wait' });
  expect(removeStep('nod_gone')(studio)).toBe(studio);
});

test('ids are of the kind of a node and never twice the same', () => {
  expect(newNodeId()).toMatch(/^nod_[0-9a-f]{20}$/);
  expect(newNodeId()).not.toBe(newNodeId());
});

test('an exit can be led to every step but a trigger, its own and the one it leads to', () => {
  const ids = (from: NodeId, exit: string) => stepsToLeadTo(studio, exitOf(from, exit)).map(({ id }) => id);
  expect(ids('nod_wait', 'timeout')).toEqual(['nod_end']);
  expect(ids('nod_wait', 'happened')).toEqual([]);
  expect(ids('nod_start', 'next')).toEqual(['nod_end']);
});

test('leading an exit to a step draws the line, shuts the picker and stays at the card, in one step of undo', () => {
  const opened = add({ after: exitOf('nod_wait', 'timeout'), mayChooseExit: false })(studio);
  const led = leadTo(exitOf('nod_wait', 'timeout'), 'nod_end')(opened);
  expect(leadsFrom(led, 'nod_wait')).toEqual(['nod_end', 'nod_end']);
  expect(led).toMatchObject({ selected: 'nod_wait', adding: null });
  expect(documentOf(undoEdit(led))).toBe(document);
});
