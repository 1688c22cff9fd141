// Monthly retention beside the statement an analyst would write by hand: the same counts, and in which time.
import { workspaces } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { RetentionDefinition } from '@/lib/core/retention/definition';
import type { CohortTally } from '@/lib/core/retention/matrix';
import { countRetention } from '../../analytics/count-retention';
import { type RetentionQuestion, retentionQuestion } from '../../analytics/retention-question';
import { readRollup } from '../../analytics/rollup/read-rollup';
import { workRollups } from '../../analytics/rollup/work-rollups';
import { now, setClockOffset } from '../../clock';
import { inWorkspace, rows, type Tx } from '../../db/transaction';
import type { BenchShop } from '../bench-shop';
import { printFigure } from '../figure';
import { plainRetentionSql } from './plain-retention-sql';

const ROUNDS = 5;
const ZONE = 'Europe/Dublin';
/** Behind all events. */
const asOf = '2026-01-01T00:00:00.000Z';

/** Of a shop whose two years end at the beginning of 2026. */
export async function benchAnalytics({ engine, actor: { workspaceId } }: BenchShop): Promise<void> {
  // So near that the kept report is fresh.
  setClockOffset(Date.parse(asOf) - Date.now());
  const direct = await besideByHand(workspaceId, (tx, question) => countRetention(tx, question));
  const told = { suite: 'analytics', engine } as const;
  printFigure({ ...told, name: 'monthly retention by hand', unit: 's' }, direct.byHand, null);
  printFigure({ ...told, name: 'monthly retention', unit: 's' }, direct.ours, null);
  const ratio = { ...told, unit: 'ratio' };
  printFigure({ ...ratio, name: 'monthly retention / by hand' }, direct.ours / direct.byHand, {
    atMost: 1.3,
  });
  printFigure(
    { ...told, name: 'counting everybody for the kept report', unit: 's' },
    await keep(workspaceId),
    null,
  );
  const kept = await besideByHand(workspaceId, async (tx, question) => {
    const found = await readRollup(tx, question, ZONE);
    if (!found) throw new Error('the report is not kept');
    return found.tallies;
  });
  printFigure({ ...ratio, name: 'kept monthly retention / by hand' }, kept.ours / kept.byHand, {
    atMost: 0.05,
  });
}

const order = { event: 'Order Completed' };
const definition = RetentionDefinition.parse({ start: order, returns: order, from: '2025-01-01' });

type Way = (tx: Tx, question: RetentionQuestion) => Promise<CohortTally[]>;

/** The least of several, in seconds: what else the machine does only ever adds. */
async function besideByHand(workspaceId: Id<'wsp'>, way: Way): Promise<{ ours: number; byHand: number }> {
  const question = retentionQuestion({ workspaceId, definition, asOf: now() }, ZONE);
  const span = { from: '2025-01-01', until: '2026-01-01', asOf };
  const plain = plainRetentionSql({ workspaceId, zone: ZONE, ...span });
  const ours: number[] = [];
  const theirs: number[] = [];
  // In turns, so that both meet the same machine.
  for (let round = 0; round < ROUNDS; round += 1) {
    let tallies: CohortTally[] = [];
    let byHand: PlainRow[] = [];
    ours.push(
      await seconds(() =>
        inWorkspace(workspaceId, async (tx) => {
          tallies = await way(tx, question);
        }),
      ),
    );
    theirs.push(
      await seconds(() =>
        inWorkspace(workspaceId, async (tx) => {
          byHand = await rows<PlainRow>(tx, plain);
        }),
      ),
    );
    mustAgree(tallies, byHand);
  }
  return { ours: Math.min(...ours), byHand: Math.min(...theirs) };
}

/** Asks for the report once and lets the chore make it whole. @returns how long that took, in seconds */
function keep(workspaceId: Id<'wsp'>): Promise<number> {
  return seconds(async () => {
    const question = retentionQuestion({ workspaceId, definition, asOf: now() }, ZONE);
    await inWorkspace(workspaceId, async (tx) => {
      await tx.update(workspaces).set({ timeZone: ZONE });
      await readRollup(tx, question, ZONE);
    });
    while (await workRollups()) {
      // Portion by portion, as the engine does between batches.
    }
  });
}

interface PlainRow {
  cohort: string;
  k: number | null;
  size: number;
  returned: number;
}

/** A fast wrong answer is no figure. */
function mustAgree(tallies: readonly CohortTally[], byHand: readonly PlainRow[]): void {
  for (const { start, size, repeated, byColumn } of tallies) {
    const own = byHand.filter(({ cohort }) => cohort === start);
    const counts = [repeated, ...byColumn.slice(1)];
    const theirs = counts.map((_, column) => own.find(({ k }) => k === column)?.returned ?? 0);
    if ((own[0]?.size ?? 0) !== size || theirs.some((count, column) => count !== counts[column])) {
      throw new Error(`the cohort of ${start} is counted otherwise by hand`);
    }
  }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
