// When time alone may change who is in a segment, for all customers at once. Never too late: who is asked too early is asked
// again by the engine, which knows the exact time.
import { type SQL, sql } from 'drizzle-orm';
import {
  type Condition,
  type EventTest,
  type JourneyTest,
  type Leaf,
  leavesOf,
  type MessageTest,
  type SequenceTest,
} from '@/lib/core/condition/condition';
import { durationMs } from '@/lib/core/duration';
import { isFading } from '@/lib/core/engine/is-fading';
import { isTimed } from '@/lib/core/engine/is-timed';
import { deedsOf } from './deeds-of';
import { doersSql } from './event-sql';
import { recordInstantsSql } from './record-sql';
import type { Selection } from './selection';

const DAY_MS = 86_400_000;
/** Whatever lies further ahead than ten thousand years is not waited for. */
const BEYOND_MS = 3.2e14;

/** How long after an event (ms) the answer may change because of it. */
function offsetsOf({ within, measure, count }: EventTest): number[] {
  const isOfDays = measure?.of === 'days-since-first' || measure?.of === 'days-since-last';
  const days = isOfDays ? [Math.ceil(count) * DAY_MS, (Math.floor(count) + 1) * DAY_MS] : [];
  return [...(within === null ? [] : [durationMs(within)]), ...days];
}

/** Of the first of two: the time for the second is over, or the first is too long ago. */
function offsetsOfSequence({ isFollowed, within, lookBack }: SequenceTest): number[] {
  return [...(isFollowed ? [] : [durationMs(within)]), ...(lookBack === null ? [] : [durationMs(lookBack)])];
}

const isSound = (offset: number) => offset > 0 && offset < BEYOND_MS;

/** When the first of some events will be as old as that. */
const firstTurn = (offset: number) =>
  sql`min(e.occurred_at) + make_interval(secs => ${offset}::float8 / 1000) as due_at`;

/** The next instant at which an event will be as old as that. */
function eventDues(name: string, offsets: readonly number[], { workspaceId, now }: Selection): SQL[] {
  if (name === '') return [];
  const at = sql`to_timestamp(${now}::float8 / 1000)`;
  return offsets.filter(isSound).map((offset) => {
    const length = sql`make_interval(secs => ${offset}::float8 / 1000)`;
    return sql`
      select e.customer_id, ${firstTurn(offset)} from events e
      where e.workspace_id = ${workspaceId} and e.name = ${name} and e.type <> 'signal'
        and e.occurred_at > ${at} - ${length}
      group by e.customer_id`;
  });
}

/** When the first of what counts by now will be too long ago. */
function recordDues(test: JourneyTest | MessageTest, selection: Selection): SQL[] {
  const instants = recordInstantsSql(test, selection);
  const ms = test.within === null ? 0 : durationMs(test.within);
  if (instants === null || ms <= 0 || ms >= BEYOND_MS) return [];
  return [
    sql`
      select r.customer_id, min(r.at) + make_interval(secs => ${ms}::float8 / 1000) as due_at
      from (${instants}) r group by r.customer_id`,
  ];
}

function leafDues(leaf: Leaf, selection: Selection): SQL[] {
  if (!isTimed(leaf)) return [];
  if (leaf.type === 'event') return eventDues(leaf.event, offsetsOf(leaf), selection);
  if (leaf.type === 'sequence') return eventDues(leaf.first.event, offsetsOfSequence(leaf), selection);
  if (leaf.type === 'journey' || leaf.type === 'message') return recordDues(leaf, selection);
  const { workspaceId, now } = selection;
  const [key] = leaf.type === 'date' && leaf.subject === 'attribute' ? leaf.path : [];
  const hasIt = key === undefined ? sql`true` : sql`jsonb_exists(c.attributes, ${key})`;
  return [
    sql`
      select c.id as customer_id, to_timestamp(${now}::float8 / 1000) as due_at from customers c
      where c.workspace_id = ${workspaceId} and c.merged_into is null and ${hasIt}`,
  ];
}

/** A query of `customer_id` and `due_at`, each customer once; null where time changes nothing. */
export function dueSql(condition: Condition, selection: Selection): SQL | null {
  const dues = leavesOf(condition).flatMap((leaf) => leafDues(leaf, selection));
  const [first, ...more] = dues;
  if (first === undefined) return null;
  if (more.length === 0) return first;
  return sql`
    select customer_id, min(due_at) as due_at from (${sql.join(dues, sql` union all `)}) as dues group by customer_id`;
}

/**
 * Who fulfils a single test of events in a window, and when the first of those events will be too long ago: `customer_id`
 * and `due_at`, in one pass. Null where the condition asks anything else.
 */
export function doersWithDueSql(condition: Condition, selection: Selection): SQL | null {
  const deeds = deedsOf(condition);
  const [only] = deeds;
  if (!only || deeds.length > 1 || only.within === null || only.measure !== undefined) return null;
  const offset = durationMs(only.within);
  if (!isSound(offset) || !isFading(condition)) return null;
  return doersSql(deeds, selection, sql`, ${firstTurn(offset)}`);
}
