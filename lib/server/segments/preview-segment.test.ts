// A preview counts who fulfils the condition now, shows ten of them, and gives up on what takes too long.
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { advanceClock } from '../clock';
import { runtime } from '../runtime';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { previewSegment } from './preview-segment';
import { withinBounds } from './within-bounds';

const fromSpain: Condition = {
  type: 'test',
  subject: 'attribute',
  path: ['country'],
  operator: 'equals',
  value: 'ES',
};

it('counts, shows the newest ten, and leaves out who became part of another', async () => {
  const { actor } = await freshWorkspace();
  const attributes = { country: 'ES' };
  const all: Id<'cus'>[] = [];
  for (let number = 0; number < 12; number += 1) {
    advanceClock(1);
    all.push(await addCustomer(actor, { 'user-id': `u-${number}` }, { attributes }));
  }
  await addCustomer(actor, { 'user-id': 'cz' }, { attributes: { country: 'CZ' } });
  await addCustomer(actor, {}, { attributes, ...(all[0] && { mergedInto: all[0] }) });
  const preview = unwrap(await previewSegment(actor, { condition: fromSpain }));
  expect(preview).toMatchObject({ size: 12, total: 13 });
  expect(preview.sample).toHaveLength(10);
  expect(preview.sample[0]).toEqual({ customerId: all[11], customerLabel: 'u-11' });
});

it('has an answer for a workspace without customers, and shows another workspace nothing', async () => {
  const { actor } = await freshWorkspace();
  await addCustomer(actor, {}, { attributes: { country: 'ES' } });
  const { actor: stranger } = await freshWorkspace();
  const nothing = { size: 0, total: 0, sample: [] };
  expect(unwrap(await previewSegment(stranger, { condition: fromSpain }))).toEqual(nothing);
});

it('refuses what is unfinished, at its place', async () => {
  const { actor } = await freshWorkspace();
  const condition: Condition = { type: 'any', of: [{ ...fromSpain, path: [] }] };
  expect(await previewSegment(actor, { condition })).toMatchObject({
    refusal: { code: 'bad-condition', field: 'condition.of.0' },
  });
});

it('gives up on a plan that is too dear, and on a statement that takes too long', async () => {
  const { workspaceId } = await freshWorkspace();
  const dear = sql`select count(*) from generate_series(1, 1000000000) a, generate_series(1, 1000000) b`;
  expect(await withinBounds(workspaceId, dear, async () => 'begun')).toBeNull();
  const cheap = sql`select 1`;
  const failing = withinBounds(workspaceId, cheap, () => Promise.reject(new Error('else')));
  await expect(failing).rejects.toThrow('else');
  // The embedded database knows no time limit.
  if (runtime().engine === 'pglite') return;
  const slow = withinBounds(workspaceId, cheap, async (tx) => {
    await tx.execute(sql`select set_config('statement_timeout', '1', true)`);
    await tx.execute(sql`select pg_sleep(5)`);
  });
  expect(await slow).toBeNull();
});
