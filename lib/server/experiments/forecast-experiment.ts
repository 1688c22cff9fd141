// What an experiment would take, by the shop's own last 28 days: people per arm, days, and how sure it could be.
import { sql } from 'drizzle-orm';
import type { ExperimentForecast, PlanExperiment } from '@/lib/core/api/experiment';
import { planExperiment, powerCurve } from '@/lib/core/experiment/experiment-plan';
import { decisionModeOf } from '@/lib/core/experiment/planned-people';
import { JourneyDocument } from '@/lib/core/journey/document';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';
import { type CodedRefusal, refusal } from '../refusal';
import { loadBaseline } from './load-baseline';

const ALPHA = 0.05;
/** In percent: from hardly worth it to twice as good. */
const LIFTS = [2, 5, 10, 15, 20, 25, 30, 40, 50, 75, 100];

export function forecastExperiment(
  { workspaceId }: Actor,
  { journeyId, weights, design }: PlanExperiment,
): Promise<Result<ExperimentForecast, CodedRefusal>> {
  return inWorkspace(workspaceId, async (tx) => {
    const [journey] = await rows<{ draft: unknown }>(
      tx,
      sql`select draft from journeys where workspace_id = ${workspaceId} and id = ${journeyId}`,
    );
    if (!journey) return refusal('not-found');
    const { nodes } = JourneyDocument.parse(journey.draft);
    const events = nodes.flatMap((node) => (node.type === 'event-trigger' ? [node.data.event] : []));
    const { people, peoplePerDay, baseline } = await loadBaseline(tx, workspaceId, journeyId, events, design);
    const none = { people, peoplePerDay, perArm: null, days: null, power: [] };
    if (baseline === null) return ok({ ...none, baseline });
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
    return ok({ ...none, baseline: figure, perArm: plan?.perArm ?? null, days: plan?.days ?? null, power });
  });
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
