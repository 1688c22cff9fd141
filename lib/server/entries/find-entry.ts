// Where a journey lets people in by a signal: judged by the live version's own rules, the ones the engine runs.
import { sql } from 'drizzle-orm';
import type { JourneyState } from '@/lib/core/api/journey';
import { parseProgram } from '@/lib/core/engine/parse-program';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';
import { type CodedRefusal, refusal } from '../refusal';

interface Asked {
  readonly journeyId: Id<'jrn'>;
  readonly signal: 'api-call' | 'list-entry';
  readonly nodeId: Id<'nod'> | undefined;
}

/** The node to enter at: the one asked for, or the only one there is. */
export async function findEntry(
  tx: Tx,
  { workspaceId }: Actor,
  { journeyId, signal, nodeId }: Asked,
): Promise<Result<Id<'nod'>, CodedRefusal>> {
  const [journey] = await rows<{ state: JourneyState; program: unknown }>(
    tx,
    sql`
      select j.state, v.program from journeys j
      left join journey_versions v on v.workspace_id = j.workspace_id and v.journey_id = j.id
        and v.version = j.live_version
      where j.workspace_id = ${workspaceId} and j.id = ${journeyId}`,
  );
  if (!journey) return refusal('not-found');
  if (journey.state === 'archived') return refusal('journey-archived');
  if (journey.state !== 'live') return refusal('journey-not-entered', { reason: 'state' });
  const rules = parseProgram(journey.program)?.rules ?? [];
  const entries = rules.filter(
    (rule) => rule.effect === 'enroll' && rule.event === signal && rule.on === 'signal',
  );
  return choose(
    entries.flatMap((rule) => rule.nodeId ?? []),
    nodeId,
  );
}

function choose(nodes: readonly Id<'nod'>[], wanted: Id<'nod'> | undefined): Result<Id<'nod'>, CodedRefusal> {
  const [first, second] = nodes;
  if (first === undefined) return refusal('journey-not-entered', { reason: 'trigger' });
  const chosen = wanted === undefined ? first : nodes.find((node) => node === wanted);
  if (chosen !== undefined && (wanted !== undefined || second === undefined)) return ok(chosen);
  const detail = `nodeId: must be one of ${nodes.join(', ')}.`;
  return refusal('invalid-field', { detail, field: 'nodeId' });
}
