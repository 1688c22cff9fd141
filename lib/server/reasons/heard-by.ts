// Which events a trigger's rule is about at all: by name and kind; a signal also by whom and what it names, so that a call
// for another journey or a change of another segment is no occasion here.
import { type SQL, sql } from 'drizzle-orm';
import { equalitiesOf } from '@/lib/core/condition/equalities';
import type { TriggerRule } from '@/lib/core/engine/program';
import type { Id } from '@/lib/core/id';
import type { OccasionRow } from './occasion-rows';

type Rule = Pick<TriggerRule, 'on' | 'event' | 'filter' | 'nodeId'>;

/** The segments a rule on a segment's signal is about; null where it is about none in particular. */
function segmentsOf({ on, filter }: Rule): readonly unknown[] | null {
  const named = on === 'signal' ? equalitiesOf(filter) : [];
  const about = named.find(({ subject, path }) => subject === 'property' && path.join('.') === 'segment_id');
  return about?.values ?? null;
}

export function isAbout(rule: Rule, { type, name, properties, journeyId }: OccasionRow): boolean {
  if (rule.event !== name || rule.on !== (type === 'signal' ? 'signal' : 'event')) return false;
  if (type !== 'signal') return true;
  const { journey_id, node_id, segment_id } = properties;
  const segments = segmentsOf(rule);
  return (
    (journey_id ?? journeyId) === journeyId &&
    (node_id ?? rule.nodeId) === rule.nodeId &&
    (segments === null || segments.includes(segment_id))
  );
}

/** The events `e` that any of these rules of one journey is about. */
export function heardBy(rules: readonly Rule[], journeyId: Id<'jrn'>): SQL {
  const events = rules.filter(({ on }) => on === 'event').map(({ event }) => event);
  const signals = rules.filter(({ on }) => on === 'signal');
  const calls = signals.map((rule) => {
    const { event, nodeId } = rule;
    const segments = segmentsOf(rule)?.map(String);
    return sql`(e.name = ${event} and coalesce(e.properties ->> 'node_id', ${nodeId}) = ${nodeId} and ${
      segments ? sql`e.properties ->> 'segment_id' = any (${sql.param(segments)}::text[])` : sql`true`
    })`;
  });
  const called = calls.length > 0 ? sql.join(calls, sql` or `) : sql`false`;
  return sql`(
    e.type <> 'signal' and e.name = any (${sql.param([...new Set(events)])}::text[])
    or e.type = 'signal' and coalesce(e.properties ->> 'journey_id', ${journeyId}) = ${journeyId} and (${called}))`;
}
