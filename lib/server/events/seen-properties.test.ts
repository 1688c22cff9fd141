// What pickers offer is what this workspace's customers and events really hold.
import { expect, it } from 'vitest';
import { seenAttributes } from '../customers/seen-attributes';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEvent } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { seenProperties } from './seen-properties';

it('tells attributes and properties with kinds and values, and another workspace nothing', async () => {
  const { actor } = await freshWorkspace();
  const ada = await addCustomer(actor, { 'user-id': 'ada' }, { attributes: { country: 'ES', age: 31 } });
  await addCustomer(actor, {}, { attributes: { country: 'GB' }, mergedInto: ada });
  await addEvent(actor, ada, 'Bought', { properties: { sku: 'TEA' } });
  await addEvent(actor, ada, 'Looked', { properties: { sku: 'CUP' } });
  expect(unwrap(await seenAttributes(actor))).toEqual({
    lookedAt: 1,
    data: [
      { path: ['age'], count: 1, kinds: ['number'], values: [{ value: 31, count: 1 }] },
      { path: ['country'], count: 1, kinds: ['text'], values: [{ value: 'ES', count: 1 }] },
    ],
  });
  expect(unwrap(await seenProperties(actor, { name: 'Bought' }))).toEqual({
    lookedAt: 1,
    data: [{ path: ['sku'], count: 1, kinds: ['text'], values: [{ value: 'TEA', count: 1 }] }],
  });
  const { actor: stranger } = await freshWorkspace();
  expect(unwrap(await seenAttributes(stranger))).toEqual({ lookedAt: 0, data: [] });
  expect(unwrap(await seenProperties(stranger, { name: 'Bought' }))).toEqual({ lookedAt: 0, data: [] });
});
