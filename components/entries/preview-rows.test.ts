// What somebody sees of a list before it is sent.
import { expect, it } from 'vitest';
import { previewRows } from './preview-rows';

it('shows the first rows, by the separator the list uses', () => {
  expect(previewRows('email;city\na@b.c;"Cork; Ireland"\n')).toEqual([
    ['email', 'city'],
    ['a@b.c', 'Cork; Ireland'],
  ]);
  expect(previewRows('u-1\nu-2\n\nu-3')).toEqual([['u-1'], ['u-2'], ['u-3']]);
  expect(previewRows('u\n'.repeat(20))).toHaveLength(5);
});

it('shows nothing of what cannot be read yet', () => {
  expect(previewRows('')).toEqual([]);
  expect(previewRows('"half')).toEqual([]);
});
