// What was changed can be taken back and done again; letters of one word are one step.
import { expect, test } from 'vitest';
import { changed, redone, undoable, undone } from './undoable';

test('undo and redo cancel each other, and stop at the ends', () => {
  const held = changed(changed(undoable('a'), 'b'), 'c');
  expect(undone(held).present).toBe('b');
  expect(undone(undone(undone(held))).present).toBe('a');
  expect(redone(undone(held))).toMatchObject({ present: 'c', future: [] });
  expect(redone(held)).toBe(held);
});

test('changes at one place in a row are one step, and an undo ends the row', () => {
  const typed = changed(changed(changed(undoable(''), 't', 'name'), 'te', 'name'), 'tea', 'name');
  expect(undone(typed).present).toBe('');
  const other = changed(typed, 'tea!', 'text');
  expect(undone(other).present).toBe('tea');
  expect(changed(undone(other), 'teas', 'name').past).toContain('tea');
});

test('a change forgets what was taken back', () => {
  expect(changed(undone(changed(undoable(1), 2)), 3)).toMatchObject({ past: [1], present: 3, future: [] });
});
