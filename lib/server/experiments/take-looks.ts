// A chore of the engine: looks at running experiments by the hour, keeps what was seen, and does what was chosen beforehand.
import { and, desc, eq, sql } from 'drizzle-orm';
import { experimentLooks, experimentPhases } from '@/drizzle/schema';
import { lookOutcome } from '@/lib/core/experiment/look-outcome';
import { lookReport, RULE } from '@/lib/core/experiment/look-report';
import { PhaseDesign } from '@/lib/core/experiment/phase-design';
import type { PhaseOutcome } from '@/lib/core/experiment/phase-outcome';
import { nextPeriod, sharePeriods } from '@/lib/core/experiment/share-periods';
import { StoredFormat } from '@/lib/core/stored-format';
import { now } from '../clock';
import { asSystem, inWorkspace, rows, type Tx } from '../db/transaction';
import { fault } from '../fault';
import { storedJson } from '../journeys/stored-json';
import { applyOutcome } from './apply-outcome';
import { loadStatistics } from './load-statistics';
import type { PhaseRef } from './phase-ref';
import { LOOK_MS } from './start-phases';

/** One look, or what one decided. False when neither is due. */
export async function takeLooks(): Promise<boolean> {
  const [due] = await fault('looks.find', () => asSystem(findDue));
  if (!due) return false;
  if (due.isDecided) {
    await fault('looks.apply', () => inWorkspace(due.workspaceId, (tx) => applyOutcome(tx, due)));
    return true;
  }
  await fault('looks.commit', () => inWorkspace(due.workspaceId, (tx) => takeLook(tx, due)));
  return true;
}

/** Shares that a look moved, and that the journey does not deal by yet. */
const isShifted = sql`p.periods -> -1 ->> 'isDealt' = 'false' and p.ended_at is null`;

/** What a look decides is published from the live drawing: where a newer release has saved that, the experiment waits for it. */
const isReadable = sql`
  coalesce((
    select (v.document ->> 'format')::int from journeys j
    join journey_versions v on v.workspace_id = j.workspace_id and v.journey_id = j.id and v.version = j.live_version
    where j.workspace_id = e.workspace_id and j.id = e.journey_id), 0) <= ${StoredFormat.value}`;

/** An outcome that a look left behind has nobody's name until it is applied. */
function findDue(tx: Tx): Promise<(PhaseRef & { readonly isDecided: boolean })[]> {
  return rows(
    tx,
    sql`
      select p.workspace_id as "workspaceId", p.experiment_id as "experimentId", p.phase, e.journey_id as "journeyId",
        (coalesce(p.outcome ->> 'by' = '', false) or ${isShifted}) as "isDecided"
      from experiment_phases p
      join experiments e on e.workspace_id = p.workspace_id and e.id = p.experiment_id
      where (p.next_look_at <= ${now()} or p.outcome ->> 'by' = '' or ${isShifted}) and ${isReadable}
      order by p.next_look_at nulls first limit 1`,
  );
}

/** Two workers never take one look twice: the phase is locked, and looked at only where it is still due. */
async function takeLook(tx: Tx, ref: PhaseRef): Promise<void> {
  const { workspaceId, experimentId, phase } = ref;
  const at = now();
  const ofPhase = and(
    eq(experimentPhases.workspaceId, workspaceId),
    eq(experimentPhases.experimentId, experimentId),
    eq(experimentPhases.phase, phase),
  );
  const [row] = await tx.select().from(experimentPhases).where(ofPhase).for('update');
  if (!row?.nextLookAt || row.nextLookAt > at) return;
  const design = PhaseDesign.parse(row.design);
  const periods = sharePeriods(row.periods);
  const statistics = await loadStatistics(tx, ref, design, at, periods);
  const elapsedMs = at.getTime() - row.startedAt.getTime();
  const report = lookReport({ design, planned: row.planned, elapsedMs, statistics });
  const look = (await lastLook(tx, ref)) + 1;
  await tx.insert(experimentLooks).values({
    ...{ workspaceId, experimentId, phase, look, at },
    statistics: storedJson(statistics),
    verdict: storedJson(report),
  });
  const { isOver, outcome } = lookOutcome(design, report);
  const said = { look, at: at.toISOString(), by: '', rule: RULE };
  const made: PhaseOutcome | null = outcome && { paused: [], ...outcome, ...said };
  const shifted = report.shares && nextPeriod(periods, report.shares, at.getTime());
  await tx
    .update(experimentPhases)
    .set({
      nextLookAt: isOver ? null : new Date(at.getTime() + LOOK_MS),
      ...(isOver && { state: isTaken(made) ? 'decided' : 'stopped' }),
      ...(made && { outcome: storedJson(made) }),
      ...(shifted && { periods: [...periods, shifted].map(storedJson) }),
    })
    .where(ofPhase);
}

const isTaken = (outcome: PhaseOutcome | null) =>
  outcome !== null && outcome.arm !== null && (outcome.kind === 'winner' || outcome.kind === 'settled');

async function lastLook(tx: Tx, { workspaceId, experimentId, phase }: PhaseRef): Promise<number> {
  const [last] = await tx
    .select({ look: experimentLooks.look })
    .from(experimentLooks)
    .where(
      and(
        eq(experimentLooks.workspaceId, workspaceId),
        eq(experimentLooks.experimentId, experimentId),
        eq(experimentLooks.phase, phase),
      ),
    )
    .orderBy(desc(experimentLooks.look))
    .limit(1);
  return last?.look ?? 0;
}
