// Undo and redo.
import { expect, test } from 'vitest';
import { blankDocument } from './blank-document';
import type { JourneyDocument } from './document';
import { type Edit, edit } from './edit';
import {
  canRedo,
  canUndo,
  currentDocument,
  type EditLabel,
  editLabel,
  MAX_UNDO,
  push,
  redo,
  redoLabel,
  startHistory,
  undo,
  undoLabel,
} from './undo';

const opened = blankDocument('nod_1');
const label: EditLabel = { kind: 'rename-node', about: opened.nodes[0] ?? null };

function renamed(document: JourneyDocument, name: string): JourneyDocument {
  return edit(document, { kind: 'rename-node', id: 'nod_1', name });
}

test('a fresh history has nothing to undo or redo', () => {
  const history = startHistory(opened);
  expect(currentDocument(history)).toBe(opened);
  expect([canUndo(history), canRedo(history)]).toEqual([false, false]);
  expect([undoLabel(history), redoLabel(history)]).toEqual([null, null]);
  expect([undo(history), redo(history)]).toEqual([history, history]);
});

test('goes back and forth, and names what it would do', () => {
  const first = renamed(opened, 'Start');
  const history = push(startHistory(opened), first, label);
  expect([undoLabel(history), redoLabel(history)]).toEqual([label, null]);
  const back = undo(history);
  expect(currentDocument(back)).toBe(opened);
  expect([undoLabel(back), redoLabel(back)]).toEqual([null, label]);
  expect(currentDocument(redo(back))).toBe(first);
});

test('a new edit forgets what could be redone; one that changed nothing leaves everything as it is', () => {
  const back = undo(push(startHistory(opened), renamed(opened, 'Start'), label));
  const other = push(back, renamed(opened, 'Begin'), label);
  expect(canRedo(other)).toBe(false);
  expect(push(back, opened, label)).toBe(back);
});

test('the oldest steps are forgotten', () => {
  let history = startHistory(opened);
  for (let step = 0; step < MAX_UNDO + 50; step += 1) {
    history = push(history, renamed(opened, `Name ${step}`), label);
  }
  for (let step = 0; step < MAX_UNDO; step += 1) history = undo(history);
  expect(canUndo(history)).toBe(false);
  expect(currentDocument(history).nodes[0]?.name).toBe('Name 49');
});

test('a history without its drawing is a defect, and says so', () => {
  expect(() => currentDocument({ entries: [], position: 0 })).toThrow('A history always holds');
});

test('an edit is named after the node it is about: as it was, or as it came', () => {
  const [node] = opened.nodes;
  const about = (change: Edit) => editLabel(opened, edit(opened, change), change);
  expect(about({ kind: 'rename-node', id: 'nod_1', name: 'Start' })).toEqual({
    kind: 'rename-node',
    about: node,
  });
  expect(about({ kind: 'remove-node', id: 'nod_1' }).about).toBe(node);
  expect(about({ kind: 'disconnect', from: 'nod_1', exit: 'next' }).about).toBe(node);
  const adding: Edit = {
    kind: 'add-node',
    id: 'nod_2',
    type: 'delay',
    into: { from: 'nod_1', exit: 'next' },
  };
  expect(about(adding).about).toMatchObject({ id: 'nod_2', type: 'delay' });
  expect(about({ kind: 'connect', from: 'nod_gone', exit: 'next', to: 'nod_1' }).about).toBeNull();
  expect(about({ kind: 'tidy' })).toEqual({ kind: 'tidy', about: null });
  expect(about({ kind: 'set-settings', settings: opened.settings }).about).toBeNull();
});
