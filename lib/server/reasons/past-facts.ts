// What was known about customers when their events were judged, as far as it can be told today.
import { sql } from 'drizzle-orm';
import type { Condition, Leaf } from '@/lib/core/condition/condition';
import { type ConditionNeeds, conditionNeeds, RecordKind } from '@/lib/core/condition/condition-needs';
import type { Facts, PastEvent } from '@/lib/core/condition/evaluate';
import type { Id } from '@/lib/core/id';
import { isSameJson, type JsonObject } from '@/lib/core/json';
import { comparePlaces, type Place } from '@/lib/core/reason/place';
import { type AttributeChange, attributesAt } from '@/lib/core/reason/replay-attributes';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';
import { zone } from '../journeys/apply-plan';
import { attributeChanges } from './attribute-changes';
import { type OccasionRow, placeOfEvent } from './occasion-rows';
import { pastProducts } from './past-products';
import { loadPastSegments, type PastSegments, segmentsAt } from './past-segments';

export interface PastFacts {
  factsOf(event: OccasionRow): Facts;
  /** Whether the value the test looks at is the one it had then. */
  isKnown(event: OccasionRow, leaf: Leaf): boolean;
}

interface Earlier extends PastEvent {
  readonly place: Place;
}

interface Person {
  readonly changes: readonly AttributeChange[];
  readonly now: JsonObject;
  readonly hasMerged: boolean;
  readonly past: readonly Earlier[];
  readonly segments: PastSegments;
}

const nowhere: PastSegments = { now: [], changes: [], stays: [] };
const stranger: Person = { changes: [], now: {}, hasMerged: false, past: [], segments: nowhere };

/** A constant number of statements for any number of events and filters. */
export async function pastFacts(
  tx: Tx,
  actor: Actor,
  events: readonly OccasionRow[],
  filters: readonly Condition[],
): Promise<PastFacts> {
  const needs = conditionNeeds(filters);
  const customers = [...new Set(events.map(({ customerId }) => customerId))];
  const people = await loadPeople(tx, actor, customers, needs);
  const catalogue = await pastProducts(tx, actor, events, filters);
  const timeZone = await zone(tx, actor);
  const personOf = ({ customerId }: OccasionRow) => people.get(customerId) ?? stranger;
  return {
    factsOf: (event) => {
      const { properties, place } = event;
      const { changes, past, segments } = personOf(event);
      return {
        ...{ properties, now: event.receivedAt.getTime(), enteredAt: null, products: catalogue.products },
        ...{ customerId: event.customerId, timeZone },
        attributes: attributesAt(changes, place),
        past: past.filter((earlier) => comparePlaces(earlier.place, place) <= 0),
        segments: segmentsAt(segments, place),
      };
    },
    isKnown: (event, leaf) =>
      leaf.type === 'product' ? catalogue.isKnown(event, leaf) : isKnown(personOf(event), leaf),
  };
}

/** Nobody knows who of two that became one did what. Attributes are known where the replay comes to those of today. */
function isKnown({ changes, now, hasMerged }: Person, leaf: Exclude<Leaf, { type: 'product' }>): boolean {
  const isOfValue = leaf.type === 'test' || leaf.type === 'date';
  if (leaf.type === 'sample' || (isOfValue && leaf.subject !== 'attribute')) return true;
  const isRecorded = RecordKind.safeParse(leaf.type).success;
  if (hasMerged || isRecorded) return false;
  if (!isOfValue) return true;
  const [first = ''] = leaf.path;
  const replayed = attributesAt(changes, null);
  return isSameJson(replayed[first] ?? null, now[first] ?? null);
}

async function loadPeople(
  tx: Tx,
  actor: Actor,
  customers: readonly Id<'cus'>[],
  needs: ConditionNeeds,
): Promise<Map<Id<'cus'>, Person>> {
  const changes = needs.attributes.length > 0 ? await attributeChanges(tx, actor, customers) : new Map();
  const past = await loadPast(tx, actor, customers, Object.keys(needs.events));
  const segments = needs.segments.length > 0 ? await loadPastSegments(tx, actor, customers) : new Map();
  const found = await rows<{ id: Id<'cus'>; now: JsonObject; hasMerged: boolean }>(
    tx,
    sql`
      select c.id, c.attributes as now,
        exists (select from customers m where m.workspace_id = c.workspace_id and m.merged_into = c.id) as "hasMerged"
      from customers c
      where c.workspace_id = ${actor.workspaceId} and c.id = any (${sql.param(customers)}::text[])`,
  );
  return new Map(
    found.map(({ id, ...rest }) => {
      const known = { changes: changes.get(id) ?? [], past: past.get(id) ?? [] };
      return [id, { ...rest, ...known, segments: segments.get(id) ?? nowhere }];
    }),
  );
}

async function loadPast(
  tx: Tx,
  { workspaceId }: Actor,
  customers: readonly Id<'cus'>[],
  names: readonly string[],
): Promise<Map<Id<'cus'>, Earlier[]>> {
  const found = new Map<Id<'cus'>, Earlier[]>();
  if (names.length === 0) return found;
  const past = await rows<
    Omit<Earlier, 'at' | 'receivedAt'> & { customerId: Id<'cus'>; at: Date; receivedAt: Date }
  >(
    tx,
    sql`
      select e.customer_id as "customerId", e.name, e.message_id as "messageId", e.properties, e.occurred_at as at,
        e.received_at as "receivedAt", ${placeOfEvent} as place
      from events e
      where e.workspace_id = ${workspaceId} and e.customer_id = any (${sql.param(customers)}::text[])
        and e.name = any (${sql.param(names)}::text[]) and e.type <> 'signal'
        and not exists (select from parked_events p where p.workspace_id = e.workspace_id and p.seq = e.seq)
      order by e.seq`,
  );
  for (const { customerId, at, receivedAt, ...event } of past) {
    const earlier = { ...event, at: at.getTime(), receivedAt: receivedAt.getTime() };
    found.set(customerId, [...(found.get(customerId) ?? []), earlier]);
  }
  return found;
}
