// An experiment's people in parts: by the segments they were in, and those whom the message reached. As of the last look.
import { sql } from 'drizzle-orm';
import type { ExperimentBreakdown, FindExperiment } from '@/lib/core/api/experiment';
import { breakDown, deliveryBalance } from '@/lib/core/experiment/break-down';
import { HOLDOUT_ARM } from '@/lib/core/experiment/holdout-arm';
import { comparedArms, type PhaseDesign } from '@/lib/core/experiment/phase-design';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { type CodedRefusal, refusal } from '../refusal';
import { isDelivered, wasMember } from './cells';
import { type ArmValues, countValues } from './count-values';
import { findPhase } from './find-phase';
import type { PhaseRef } from './phase-ref';

/** More segments than this are not read beside each other, and each costs time. */
const MOST_SEGMENTS = 12;

export function breakDownExperiment(
  { workspaceId }: Actor,
  { id, phase: asked }: FindExperiment,
): Promise<Result<ExperimentBreakdown, CodedRefusal>> {
  return inWorkspace(workspaceId, async (tx) => {
    const phase = await findPhase(tx, workspaceId, id, asked);
    if (!phase) return refusal('not-found');
    const look = await lastLook(tx, phase);
    const at = look?.at ?? now();
    return ok({
      look: look?.look ?? null,
      at: at.toISOString(),
      segments: await bySegments(tx, phase, at),
      delivered: phase.design.countedFrom === 'send' ? await byDelivery(tx, phase, at) : null,
    });
  });
}

type Phase = PhaseRef & { readonly design: PhaseDesign };

async function bySegments(tx: Tx, phase: Phase, at: Date): Promise<ExperimentBreakdown['segments']> {
  const { workspaceId, design } = phase;
  const segments = await rows<{ id: Id<'seg'>; name: string }>(
    tx,
    sql`
      select id, name from segments where workspace_id = ${workspaceId} and fill_lane = 16 and archived_at is null
      order by created_at desc, id limit ${MOST_SEGMENTS}`,
  );
  const ids = sql.param(segments.map(({ id }) => id));
  const cells = sql`
    select s.id as cell, f.customer_id from f cross join segments s
    where s.workspace_id = ${workspaceId} and s.id = any (${ids}::text[]) and ${wasMember(workspaceId, sql`s.id`)}`;
  const counted = await countValues(tx, phase, design, design.metric, at, cells);
  const arms = dealtArms(design);
  const told = segments.map((cell) => ({ cell, arms: counted.filter((one) => one.cell === cell.id) }));
  const seen = told.filter((one) => one.arms.length > 0);
  return breakDown(design.metric, arms, seen).map(({ cell, ...figures }) => ({ ...cell, ...figures }));
}

/** The held out are reached by nothing, and are not among them. */
async function byDelivery(tx: Tx, phase: Phase, at: Date): Promise<ExperimentBreakdown['delivered']> {
  const { design } = phase;
  const arms = dealtArms(design).filter((arm) => arm !== HOLDOUT_ARM);
  const cells = sql`select 'reached' as cell, f.customer_id from f where ${isDelivered(phase, design, at)}`;
  const reached = await countValues(tx, phase, design, design.metric, at, cells);
  const all = await countValues(tx, phase, design, design.metric, at);
  const peopleOf = (counted: readonly ArmValues[], id: string) =>
    counted.find(({ arm }) => arm === id)?.exposed ?? 0;
  const balance = arms.map((arm) => ({ arm, people: peopleOf(all, arm), reached: peopleOf(reached, arm) }));
  const [found] = breakDown(design.metric, arms, [{ cell: 'reached', arms: reached }]);
  return {
    p: deliveryBalance(balance),
    balance,
    isThin: found?.isThin ?? true,
    arms: [...(found?.arms ?? [])],
  };
}

function dealtArms(design: PhaseDesign): string[] {
  return comparedArms(design).flatMap(({ id, weight }) => (weight > 0 ? [id] : []));
}

async function lastLook(tx: Tx, { workspaceId, experimentId, phase }: PhaseRef) {
  const [found] = await rows<{ look: number; at: Date }>(
    tx,
    sql`
      select look, at from experiment_looks
      where workspace_id = ${workspaceId} and experiment_id = ${experimentId} and phase = ${phase}
      order by look desc limit 1`,
  );
  return found;
}
