// Whether a segment may be called and may ask what it asks: the name is free, every part finished, no circle.
import { sql } from 'drizzle-orm';
import { Condition } from '@/lib/core/condition/condition';
import { conditionNeeds } from '@/lib/core/condition/condition-needs';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import { findCycle } from '@/lib/core/segment/find-cycle';
import { segmentProblems } from '@/lib/core/segment/segment-problems';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';
import { type CodedRefusal, refusal } from '../refusal';
import { countSql } from './count-sql';
import { isTooDear } from './within-bounds';

interface Asked {
  readonly id: Id<'seg'>;
  readonly name?: string | undefined;
  readonly condition?: Condition | undefined;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly condition: unknown;
}

type Judged = Result<null, CodedRefusal>;

/** Called under the lock of the workspace's segments, so that what is judged here still holds at the commit. */
export async function judgeSegment(tx: Tx, workspaceId: Id<'wsp'>, asked: Asked): Promise<Judged> {
  const segments = await rows<Row>(
    tx,
    sql`
      select id, name, condition from segments
      where workspace_id = ${workspaceId} and archived_at is null and id <> ${asked.id}`,
  );
  const wanted = asked.name?.toLowerCase();
  if (wanted !== undefined && segments.some(({ name }) => name.toLowerCase() === wanted)) {
    return refusal('segment-name-taken', { field: 'name', name: asked.name ?? '' });
  }
  if (!asked.condition) return ok(null);
  const judged = judgeCondition(asked.id, asked.condition, asked.name, segments);
  if (!judged.ok) return judged;
  // What it costs is the same by any clock.
  const count = countSql(asked.condition, { workspaceId, now: now().getTime(), timeZone: 'UTC' });
  return (await isTooDear(tx, count)) ? refusal('condition-too-costly', { field: 'condition' }) : judged;
}

function judgeCondition(
  id: Id<'seg'>,
  condition: Condition,
  name: string | undefined,
  segments: readonly Row[],
): Judged {
  const problems = segmentProblems(condition, 'condition');
  if (problems.length > 0) {
    return refusal('bad-condition', { field: problems[0]?.field ?? 'condition', count: problems.length });
  }
  const nameOf = new Map(segments.map((segment) => [segment.id, segment.name]));
  const mentioned = conditionNeeds([condition]).segments;
  const unknown = mentioned.find((other) => other !== id && !nameOf.has(other));
  if (unknown !== undefined) return refusal('unknown-segment', { field: 'condition', id: unknown });
  const mentions = new Map(segments.map((segment) => [segment.id, mentionedBy(segment)]));
  const cycle = findCycle(mentions.set(id, [...mentioned]), id);
  if (cycle === null) return ok(null);
  const way = cycle.map((one) => `“${nameOf.get(one) ?? name ?? id}”`).join(' → ');
  return refusal('segment-cycle', { field: 'condition', way });
}

function mentionedBy({ condition }: Row): string[] {
  return condition === null ? [] : [...conditionNeeds([Condition.parse(condition)]).segments];
}
