// Notes that somebody asks for a retention report, so that it is kept counted from now on.
import { sql } from 'drizzle-orm';
import { addPeriods, DAY_MS, type PeriodStart, periodOf, periodsBetween } from '@/lib/core/retention/period';
import { rows, type Tx } from '../../db/transaction';
import type { RetentionQuestion } from '../retention-question';
import { MOST_PERIODS } from './rollup';

/** So many reports a workspace keeps at most. */
const PLACES = 8;

/** A report that nobody has asked for in so long gives its place to another. */
const FORGOTTEN_MS = 7 * DAY_MS;

/** So many periods before the first one asked for are kept too: looking a little further back needs no new count. */
const MARGIN = 36;

interface Own {
  readonly slot: number;
  readonly reachesFar: boolean;
  readonly isAskedDaily: boolean;
}

export async function keepRollup(tx: Tx, question: RetentionQuestion, timeZone: string): Promise<void> {
  const { workspaceId, definition, asOf, starts } = question;
  const { unit } = definition;
  const [first] = starts;
  if (first === undefined) return;
  const origin = addPeriods(first, unit, -MARGIN);
  if (periodsBetween(origin, periodOf(asOf.getTime(), unit, timeZone), unit) >= MOST_PERIODS) return;
  const own = await findOwn(tx, question, first);
  if (own?.reachesFar && own.isAskedDaily) return;
  if (own) {
    await tx.execute(sql`
      update retention_rollups set asked_at = ${asOf}
        ${own.reachesFar ? sql`` : sql`, origin = ${origin}::date, filled_to = '', fill_step = least(fill_step, 2)`}
      where workspace_id = ${workspaceId} and slot = ${own.slot}::smallint`);
    return;
  }
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rollups ${workspaceId}`}, 0))`);
  if (await findOwn(tx, question, first)) return;
  await takePlace(tx, question, { timeZone, origin });
}

async function findOwn(tx: Tx, question: RetentionQuestion, first: PeriodStart): Promise<Own | undefined> {
  const { workspaceId, definition, asOf } = question;
  const { start, returns, cohort, clock, unit } = definition;
  const [own] = await rows<Own>(
    tx,
    sql`
      select slot, origin <= ${first}::date as "reachesFar",
        asked_at > ${new Date(asOf.getTime() - DAY_MS)} as "isAskedDaily"
      from retention_rollups
      where workspace_id = ${workspaceId} and start_event = ${start.event} and return_event = ${returns.event}
        and cohort = ${cohort} and clock = ${clock} and unit = ${unit}`,
  );
  return own;
}

/** What another report left behind in the place is taken off person by person, as everybody is counted anew. */
async function takePlace(
  tx: Tx,
  { workspaceId, definition, asOf }: RetentionQuestion,
  { timeZone, origin }: { timeZone: string; origin: PeriodStart },
): Promise<void> {
  const { start, returns, cohort, clock, unit } = definition;
  await tx.execute(sql`
    insert into retention_rollups (workspace_id, slot, start_event, return_event, cohort, clock, unit, origin, time_zone, asked_at)
    select ${workspaceId}, place, ${start.event}, ${returns.event}, ${cohort}, ${clock}, ${unit}, ${origin}::date, ${timeZone},
      ${asOf}
    from generate_series(1, ${PLACES}::int) place
    left join retention_rollups r on r.workspace_id = ${workspaceId} and r.slot = place
    where r.slot is null or r.asked_at < ${new Date(asOf.getTime() - FORGOTTEN_MS)}
    order by r.asked_at nulls first, place limit 1
    on conflict (workspace_id, slot) do update set start_event = excluded.start_event, return_event = excluded.return_event,
      cohort = excluded.cohort, clock = excluded.clock, unit = excluded.unit, origin = excluded.origin,
      time_zone = excluded.time_zone, asked_at = excluded.asked_at, fill_step = 0, filled_to = ''`);
  await tx.execute(sql`
    insert into retention_progress (workspace_id, as_of, due_at) values (${workspaceId}, ${asOf}, ${asOf})
    on conflict (workspace_id) do nothing`);
}
