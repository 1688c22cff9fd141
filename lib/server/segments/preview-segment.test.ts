// A preview counts who fulfils the condition now, shows ten of them, and gives up on what takes too long or nobody waits for.
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { type Condition, EventTest } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { advanceClock, now } from '../clock';
import { inWorkspace, rows } from '../db/transaction';
import { runtime } from '../runtime';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEvent } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { countSql } from './count-sql';
import { portionsOf } from './portions';
import { previewSegment } from './preview-segment';
import { withinBounds } from './within-bounds';

const cheap = sql`select 1`;

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

it('counts the same in portions, each customer in one of them', async () => {
  const { actor, workspaceId } = await freshWorkspace();
  const ids: string[] = [];
  for (let number = 0; number < 8; number += 1) {
    const country = number % 2 === 0 ? 'ES' : 'CZ';
    const id = await addCustomer(actor, { 'user-id': `u-${number}` }, { attributes: { country } });
    if (number < 5) await addEvent(actor, id, 'Bought');
    ids.push(id);
  }
  const bought: Condition = EventTest.parse({ type: 'event', event: 'Bought' });
  const never: Condition = { type: 'none', of: [bought] };
  const both: Condition = { type: 'all', of: [bought, fromSpain] };
  const portions = await portionsOf(workspaceId, 3);
  const sorted = ids.toSorted();
  expect(portions.map(({ until }) => until)).toEqual([sorted[3], sorted[6], null]);
  for (const [condition, expected] of [
    [fromSpain, 4],
    [bought, 5],
    [never, 3],
    [both, 3],
  ] as const) {
    const counts = await inWorkspace(workspaceId, async (tx) => {
      const found: number[] = [];
      for (const portion of portions) {
        const selection = { workspaceId, now: now().getTime() + 1, timeZone: 'UTC', portion };
        const [row] = await rows<{ count: number }>(tx, countSql(condition, selection));
        found.push(row?.count ?? 0);
      }
      return found;
    });
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(expected);
    expect(Math.max(...counts)).toBeLessThanOrEqual(3);
  }
});

it('gives up on a plan that is too dear, and on a statement that takes too long', async () => {
  const { workspaceId } = await freshWorkspace();
  const dear = sql`select count(*) from generate_series(1, 1000000000) a, generate_series(1, 1000000) b`;
  expect(await withinBounds(workspaceId, dear, async () => 'begun')).toBeNull();
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

it('ends the statement that nobody waits for any more', async () => {
  const { workspaceId } = await freshWorkspace();
  const gone = AbortSignal.abort();
  expect(await withinBounds(workspaceId, cheap, async () => 'begun', gone)).toBeNull();
  // The embedded database stops between two portions.
  if (runtime().engine === 'pglite') return;
  const leaving = new AbortController();
  const asked = withinBounds(
    workspaceId,
    cheap,
    async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', '0', true)`);
      setTimeout(() => leaving.abort(), 0);
      await tx.execute(sql`select pg_sleep(3600)`);
    },
    leaving.signal,
  );
  expect(await asked).toBeNull();
  const still = await inWorkspace(workspaceId, (tx) => rows<{ one: number }>(tx, sql`select 1 as one`));
  expect(still).toEqual([{ one: 1 }]);
});
