// What an experiment would take, by the shop's own last 28 days: whom it would reach, people per arm, days, and how sure it could be.
import { sql } from 'drizzle-orm';
import type { ExperimentForecast, PlanExperiment } from '@/lib/core/api/experiment';
import type { Condition } from '@/lib/core/condition/condition';
import { entryAudience } from '@/lib/core/experiment/entry-audience';
import { planExperiment, powerCurve } from '@/lib/core/experiment/experiment-plan';
import { decisionModeOf } from '@/lib/core/experiment/planned-people';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { readStored } from '../journeys/read-stored';
import { type CodedRefusal, refusal } from '../refusal';
import { previewSegment } from '../segments/preview-segment';
import { segmentSummaries } from '../segments/segment-rows';
import { entrancesOf } from './entrances-of';
import { loadBaseline, type Past } from './load-baseline';

const ALPHA = 0.05;
/** In percent: from hardly worth it to twice as good. */
const LIFTS = [2, 5, 10, 15, 20, 25, 30, 40, 50, 75, 100];

export async function forecastExperiment(
  actor: Actor,
  plan: PlanExperiment,
): Promise<Result<ExperimentForecast, CodedRefusal>> {
  const { workspaceId } = actor;
  const found = await inWorkspace(workspaceId, (tx) => lookBack(tx, workspaceId, plan));
  if (found === null) return refusal('not-found');
  const { past, didEvent, segments } = found;
  const audience = { people: await countOf(actor, didEvent), segments };
  return ok({ audience, ...forecastOf(past, plan) });
}

async function lookBack(tx: Tx, workspaceId: Id<'wsp'>, { journeyId, design }: PlanExperiment) {
  const [journey] = await rows<{ draft: unknown }>(
    tx,
    sql`select draft from journeys where workspace_id = ${workspaceId} and id = ${journeyId}`,
  );
  if (!journey) return null;
  const document = readStored(JourneyDocument, journey.draft);
  const past = await loadBaseline(tx, workspaceId, journeyId, entrancesOf(document.nodes), design);
  const { didEvent, segmentIds } = entryAudience(document);
  const named = sql`select * from segments
    where workspace_id = ${workspaceId} and id = any (${sql.param([...segmentIds])}::text[])`;
  const segments = segmentIds.length === 0 ? [] : await segmentSummaries(tx, named);
  return { past, didEvent, segments: segments.map(({ id, name, size }) => ({ id, name, size })) };
}

/** As a segment's preview counts, and within its bounds. */
async function countOf(actor: Actor, condition: Condition | null): Promise<number | null> {
  if (condition === null) return null;
  const preview = await previewSegment(actor, { condition });
  return preview.ok ? preview.value.size : null;
}

function forecastOf(
  { people, peoplePerDay, baseline }: Past,
  { weights, design }: PlanExperiment,
): Omit<ExperimentForecast, 'audience'> {
  const none = { people, peoplePerDay, perArm: null, days: null, power: [] };
  if (baseline === null) return { ...none, baseline };
  const figure = baseline.kind === 'rate' ? baseline.rate : baseline.mean;
  const sign = design.metric.better === 'higher' ? 1 : -1;
  const question = { baseline, weights, mode: decisionModeOf(design.mode), alpha: ALPHA };
  const asked = {
    smallestLift: (sign * design.smallestLift) / 100,
    power: design.power / 100,
    peoplePerDay,
  };
  const plan = planExperiment({ ...question, ...asked });
  const reached = Math.max(1, peoplePerDay * design.days);
  const curve = powerCurve(
    question,
    reached,
    LIFTS.map((lift) => (sign * lift) / 100),
  );
  const power = curve.map(({ power: found }, at) => ({ lift: LIFTS[at] ?? 0, power: finite(found) }));
  return { ...none, baseline: figure, perArm: plan?.perArm ?? null, days: plan?.days ?? null, power };
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
