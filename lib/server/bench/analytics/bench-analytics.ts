// Monthly retention beside the statement an analyst would write by hand: the same counts, and in which time.
import { RetentionDefinition } from '@/lib/core/retention/definition';
import type { CohortTally } from '@/lib/core/retention/matrix';
import { countRetention } from '../../analytics/count-retention';
import { retentionQuestion } from '../../analytics/retention-question';
import { inWorkspace, rows } from '../../db/transaction';
import { runtime } from '../../runtime';
import { openBenchShop } from '../bench-shop';
import { printFigure } from '../figure';
import { fillShop } from './fill-shop';
import { plainRetentionSql } from './plain-retention-sql';

type Engine = 'pglite' | 'postgresql';

interface Size {
  readonly customers: number;
  readonly events: number;
}

const sizes: Readonly<Record<Engine, Size>> = {
  postgresql: { customers: 1_000_000, events: 20_000_000 },
  pglite: { customers: 50_000, events: 1_000_000 },
};

const ROUNDS = 3;
const ZONE = 'Europe/Dublin';
const asOf = '2025-12-20T00:00:00.000Z';

export async function benchAnalytics(engine: Engine, asked: Partial<Size> = {}): Promise<void> {
  const { customers, events } = { ...sizes[engine], ...asked };
  const shop = await openBenchShop(engine);
  try {
    const { workspaceId } = shop.actor;
    await fillShop(workspaceId, customers, events);
    await runtime().pool.query('vacuum analyze events');
    const order = { event: 'Order Completed' };
    const definition = RetentionDefinition.parse({ start: order, returns: order, from: '2025-01-01' });
    const question = retentionQuestion({ workspaceId, definition, asOf: new Date(asOf) }, ZONE);
    const plain = plainRetentionSql({
      workspaceId,
      zone: ZONE,
      from: '2025-01-01',
      until: '2026-01-01',
      asOf,
    });
    const ours: number[] = [];
    const theirs: number[] = [];
    // In turns, so that both meet the same machine.
    for (let round = 0; round < ROUNDS; round += 1) {
      let tallies: CohortTally[] = [];
      let byHand: PlainRow[] = [];
      ours.push(
        await seconds(() =>
          inWorkspace(workspaceId, async (tx) => {
            tallies = await countRetention(tx, question);
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
    const told = { suite: 'analytics', engine } as const;
    printFigure({ ...told, name: 'events', unit: 'events' }, events, null);
    printFigure({ ...told, name: 'monthly retention by hand', unit: 's' }, median(theirs), null);
    printFigure({ ...told, name: 'monthly retention', unit: 's' }, median(ours), null);
    printFigure(
      { ...told, name: 'monthly retention / by hand', unit: 'ratio' },
      median(ours) / median(theirs),
      {
        atMost: 1.3,
      },
    );
  } finally {
    await shop.close();
  }
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

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
