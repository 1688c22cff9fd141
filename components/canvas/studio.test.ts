// What can happen during a sitting: edits with undo, typing as one step, selection that never points at nothing.
import { expect, test } from 'vitest';
import { blankDocument } from '@/lib/core/journey/blank-document';
import {
  add,
  apply,
  type Change,
  carry,
  close,
  documentOf,
  open,
  redoEdit,
  rename,
  replace,
  type Studio,
  select,
  startStudio,
  stopTyping,
  undoEdit,
} from './studio';

const trigger = 'nod_trigger';
const delay = 'nod_delay';

function opened(state: 'draft' | 'archived' = 'draft', canEdit = true): Studio {
  const journey = {
    id: 'jrn_1' as const,
    name: 'Welcome',
    state,
    liveVersion: null,
    draftRevision: 1,
    hasUnpublishedChanges: true,
    priority: 0,
    entered: 0,
    waiting: 0,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    document: blankDocument(trigger),
  };
  return startStudio(journey, null, canEdit);
}

const after = (studio: Studio, ...changes: Change[]): Studio =>
  changes.reduce((state, change) => change(state), studio);
const namesOf = (studio: Studio) => documentOf(studio).nodes.map(({ name }) => name);
const addDelay = apply({ kind: 'add-node', id: delay, type: 'delay', into: { from: trigger, exit: 'next' } });
const named = (name: string) => apply({ kind: 'rename-node', id: trigger, name }, 'name');

test('undo takes an edit back and redo does it again', () => {
  const drawn = after(opened(), addDelay);
  expect(documentOf(drawn).nodes).toHaveLength(2);
  expect(documentOf(after(drawn, undoEdit)).nodes).toHaveLength(1);
  expect(documentOf(after(drawn, undoEdit, redoEdit))).toEqual(documentOf(drawn));
});

test('typing in one field is one step of undo', () => {
  const typed = after(opened(), named('S'), named('St'), named('Start'));
  expect(namesOf(typed)).toEqual(['Start']);
  expect(namesOf(after(typed, undoEdit))).toEqual(['']);
});

test('leaving the field begins a new step', () => {
  const typed = after(opened(), named('S'), stopTyping, named('Start'));
  expect(namesOf(after(typed, undoEdit))).toEqual(['S']);
});

test('undo ends typing, so that what is typed next does not eat what came before', () => {
  const typed = after(opened(), addDelay, named('S'), undoEdit, named('T'), undoEdit);
  expect(documentOf(typed).nodes).toHaveLength(2);
});

test('an edit that changes nothing is no step', () => {
  const studio = opened();
  expect(after(studio, named(''))).toBe(studio);
});

test('a node that is taken away is neither selected nor open', () => {
  const drawn = after(opened(), addDelay, open(delay, 'amount'));
  expect(drawn).toMatchObject({ selected: delay, isOpen: true, field: 'amount' });
  const removed = after(drawn, apply({ kind: 'remove-node', id: delay }));
  expect(removed).toMatchObject({ selected: null, isOpen: false, field: null });
});

test('undo of adding closes what was added', () => {
  expect(after(opened(), addDelay, open(delay), undoEdit)).toMatchObject({ selected: null, isOpen: false });
});

test('a link to a node that does not exist opens nothing', () => {
  expect(after(opened(), open('nod_gone'))).toMatchObject({ selected: null, isOpen: false });
});

test('closing keeps the place of the keyboard', () => {
  expect(after(opened(), open(trigger), close)).toMatchObject({ selected: trigger, isOpen: false });
});

test.each([
  ['archived', opened('archived')],
  ['looked at by somebody who may not edit', opened('draft', false)],
])('a journey that is %s does not change', (_, studio) => {
  const still = after(studio, addDelay, rename('X'), add({ after: null, mayChooseExit: false }), undoEdit);
  expect(still).toBe(studio);
});

test('somebody else’s drawing takes the place of this one, and undo brings this one back', () => {
  const mine = after(opened(), addDelay);
  const theirs = after(mine, replace('Theirs', blankDocument('nod_other')));
  expect(theirs.name).toBe('Theirs');
  expect(documentOf(after(theirs, undoEdit))).toEqual(documentOf(mine));
});

test('what did not change stays the very same state', () => {
  const studio = after(opened(), select(trigger));
  expect(after(studio, select(trigger), close, stopTyping, carry(null))).toBe(studio);
});
