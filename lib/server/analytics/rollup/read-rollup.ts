// The counts of a retention report that is kept, with the moment they speak of. Who asks for one that is not kept yet gets
// null, and it will be.
import { sql } from 'drizzle-orm';
import type { CohortTally } from '@/lib/core/retention/matrix';
import { periodsBetween } from '@/lib/core/retention/period';
import { rows, type Tx } from '../../db/transaction';
import type { RetentionQuestion } from '../retention-question';
import { keepRollup } from './keep-rollup';
import { isKept, WHOLE } from './rollup';

/** Where nobody has counted for so long, the report is told from the events themselves. */
const STALEST_MS = 3_600_000;

interface Kept {
  readonly slot: number;
  readonly cursorAt: Date;
  readonly origin: string;
  readonly isWhole: boolean;
}

export async function readRollup(
  tx: Tx,
  question: RetentionQuestion,
  timeZone: string,
): Promise<{ tallies: CohortTally[]; asOf: Date } | null> {
  const { workspaceId, definition, asOf, starts } = question;
  const [first] = starts;
  if (first === undefined || !isKept(definition)) return null;
  const { start, returns, cohort, clock, unit } = definition;
  const [kept] = await rows<Kept>(
    tx,
    sql`
      select r.slot, p.as_of as "cursorAt", r.origin::text as origin,
        r.fill_step = ${WHOLE} and r.time_zone = ${timeZone} as "isWhole"
      from retention_rollups r join retention_progress p on p.workspace_id = r.workspace_id
      where r.workspace_id = ${workspaceId} and r.start_event = ${start.event} and r.return_event = ${returns.event}
        and r.cohort = ${cohort} and r.clock = ${clock} and r.unit = ${unit}`,
  );
  await keepRollup(tx, question, timeZone);
  if (!kept?.isWhole || kept.origin > first) return null;
  const age = asOf.getTime() - kept.cursorAt.getTime();
  if (age < 0 || age > STALEST_MS) return null;
  const before = periodsBetween(kept.origin, first, unit);
  return { tallies: await readTallies(tx, question, kept.slot, before), asOf: kept.cursorAt };
}

interface CountRow {
  readonly cohort: number;
  readonly kind: 'size' | 'on' | 'last';
  readonly period: number;
  readonly people: number;
}

/** @param before how many periods are kept before the first of the report */
async function readTallies(
  tx: Tx,
  { workspaceId, definition, starts }: RetentionQuestion,
  slot: number,
  before: number,
): Promise<CohortTally[]> {
  const found = await rows<CountRow>(
    tx,
    sql`
      select cohort - ${before}::int as cohort, kind, period, people from retention_counts
      where workspace_id = ${workspaceId} and slot = ${slot}::smallint
        and cohort between ${before + 1}::int and ${before + starts.length}::int`,
  );
  return starts.map((start, index) => {
    const own = found.filter(({ cohort }) => cohort === index + 1);
    const sum = (kind: CountRow['kind'], isMeant: (period: number) => boolean) =>
      own.reduce((total, row) => total + (row.kind === kind && isMeant(row.period) ? row.people : 0), 0);
    const byColumn = Array.from({ length: definition.periods }, (_, column) =>
      definition.measure === 'on'
        ? sum('on', (period) => period === column)
        : sum('last', (period) => period >= column),
    );
    return { start, size: sum('size', () => true), repeated: sum('on', (period) => period === 0), byColumn };
  });
}
