// The database and the plain program say the same of every cell. `RETENTION_RUNS=200` looks longer, `RETENTION_SEED=7`
// elsewhere.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '@/lib/core/id';
import { RetentionDefinition } from '@/lib/core/retention/definition';
import { matrixOf, type RetentionMatrix } from '@/lib/core/retention/matrix';
import { plainRetention } from '@/lib/core/retention/plain-retention';
import { inWorkspace } from '../db/transaction';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEvent } from '../testing/people';
import { countRetention } from './count-retention';
import { retentionQuestion } from './retention-question';
import { arbitraryShop, definitionsOf, historiesOf } from './testing/arbitrary-retention';
import { storeHistories } from './testing/store-histories';

const RUNS = Number(process.env.RETENTION_RUNS ?? 12);
const SEED = Number(process.env.RETENTION_SEED ?? 20_261_123);
const DAY = 86_400_000;

async function asked(
  workspaceId: Id<'wsp'>,
  definition: RetentionDefinition,
  asOf: number,
  zone: string,
): Promise<RetentionMatrix> {
  const question = retentionQuestion({ workspaceId, definition, asOf: new Date(asOf) }, zone);
  const tallies = await inWorkspace(workspaceId, (tx) => countRetention(tx, question));
  return matrixOf(definition, tallies, asOf, zone);
}

it('counts every cell as the plain program does', async () => {
  for (const [run, drawn] of fc.sample(arbitraryShop, { numRuns: RUNS, seed: SEED }).entries()) {
    const { workspaceId } = await freshWorkspace();
    const histories = historiesOf(drawn, `r${run}n`);
    await storeHistories(workspaceId, histories);
    const asOf = drawn.start + drawn.asOfDays * DAY;
    for (const definition of definitionsOf(drawn)) {
      const found = await asked(workspaceId, definition, asOf, drawn.zone);
      const plain = plainRetention(definition, histories, asOf, drawn.zone);
      expect(found, JSON.stringify({ run, zone: drawn.zone, definition })).toEqual(plain);
    }
  }
}, 3_600_000);

describe('whom it counts', () => {
  const definition = RetentionDefinition.parse({
    start: { event: 'Order Completed' },
    returns: { event: 'Order Completed' },
    from: '2026-01-01',
    cohorts: 1,
    periods: 2,
  });
  const asOf = Date.parse('2026-03-01T00:00:00Z');
  const january = new Date('2026-01-05T00:00:00Z');
  const february = new Date('2026-02-05T00:00:00Z');

  it('nobody of another workspace', async () => {
    const { actor } = await freshWorkspace();
    const other = await freshWorkspace();
    const customer = await addCustomer(actor, { 'user-id': 'ann' });
    await addEvent(actor, customer, 'Order Completed', { at: january });
    const { cohorts } = await asked(other.workspaceId, definition, asOf, 'UTC');
    expect(cohorts.map(({ size }) => size)).toEqual([0]);
  });

  it('one person who was two until they were merged once', async () => {
    const { actor, workspaceId } = await freshWorkspace();
    const winner = await addCustomer(actor, { 'user-id': 'ann' });
    await addCustomer(actor, { 'anonymous-id': 'browser' }, { mergedInto: winner });
    // A merge moves what the loser did to the winner.
    await addEvent(actor, winner, 'Order Completed', { at: january });
    await addEvent(actor, winner, 'Order Completed', { at: january });
    await addEvent(actor, winner, 'Order Completed', { at: february });
    const { cohorts } = await asked(workspaceId, definition, asOf, 'UTC');
    expect(cohorts).toMatchObject([
      { size: 1, repeated: 0, cells: [{ people: 1 }, { people: 1, isComplete: true }] },
    ]);
  });
});
