// Undo and redo.
import { expect, test } from 'vitest';
import { blankDocument } from './blank-document';
import type { JourneyDocument } from './document';
import { edit } from './edit';
import {
  canRedo,
  canUndo,
  currentDocument,
  MAX_UNDO,
  push,
  redo,
  redoLabel,
  startHistory,
  undo,
  undoLabel,
} from './undo';

const opened = blankDocument('nod_1');

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
  const history = push(startHistory(opened), first, 'rename-node');
  expect([undoLabel(history), redoLabel(history)]).toEqual(['rename-node', null]);
  const back = undo(history);
  expect(currentDocument(back)).toBe(opened);
  expect([undoLabel(back), redoLabel(back)]).toEqual([null, 'rename-node']);
  expect(currentDocument(redo(back))).toBe(first);
});

test('a new edit forgets what could be redone; one that changed nothing leaves everything as it is', () => {
  const back = undo(push(startHistory(opened), renamed(opened, 'Start'), 'rename-node'));
  const other = push(back, renamed(opened, 'Begin'), 'rename-node');
  expect(canRedo(other)).toBe(false);
  expect(push(back, opened, 'tidy')).toBe(back);
});

test('the oldest steps are forgotten', () => {
  let history = startHistory(opened);
  for (let step = 0; step < MAX_UNDO + 50; step += 1) {
    history = push(history, renamed(opened, `Name ${step}`), 'rename-node');
  }
  for (let step = 0; step < MAX_UNDO; step += 1) history = undo(history);
  expect(canUndo(history)).toBe(false);
  expect(currentDocument(history).nodes[0]?.name).toBe('Name 49');
});

test('a history without its drawing is a defect, and says so', () => {
  expect(() => currentDocument({ entries: [], position: 0 })).toThrow('A history always holds');
});
