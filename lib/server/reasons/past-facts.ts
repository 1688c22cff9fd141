// What was known about customers when their events were judged, as far as it can be told today.
import { sql } from 'drizzle-orm';
import { type Condition, type Leaf, leavesOf } from '@/lib/core/condition/condition';
import { type ConditionNeeds, conditionNeeds } from '@/lib/core/condition/condition-needs';
import { type Facts, type PastEvent, type Product, skuOf } from '@/lib/core/condition/evaluate';
import type { Id } from '@/lib/core/id';
import { isSameJson, type JsonObject } from '@/lib/core/json';
import { type AttributeChange, attributesAt } from '@/lib/core/reason/replay-attributes';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';
import { attributeChanges } from './attribute-changes';
import type { OccasionRow } from './occasion-rows';

export interface PastFacts {
  factsOf(event: OccasionRow): Facts;
  /** Whether the value the test looks at is surely the one it had then. */
  isCertain(event: OccasionRow, leaf: Leaf): boolean;
}

/** `place` as of an occasion: the last event that was worked when it was judged. */
interface Earlier extends PastEvent {
  readonly seq: number;
  readonly place: number;
  readonly isEmitted: boolean;
}

interface Person {
  readonly changes: readonly AttributeChange[];
  readonly now: JsonObject;
  readonly hasMerged: boolean;
  readonly past: readonly Earlier[];
  readonly segments: ReadonlySet<string>;
}

const stranger: Person = { changes: [], now: {}, hasMerged: false, past: [], segments: new Set() };

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
  const products = await loadProducts(tx, actor, events, filters);
  const personOf = ({ customerId }: OccasionRow) => people.get(customerId) ?? stranger;
  return {
    factsOf: (event) => {
      const { changes, past, segments } = personOf(event);
      const known = {
        attributes: attributesAt(changes, event.lane < 0 ? event.place + 0.5 : event.place),
        past: past.filter((earlier) => isUpTo(earlier, event)),
      };
      const now = event.receivedAt.getTime();
      return { ...known, properties: event.properties, now, enteredAt: null, segments, products };
    },
    isCertain: (event, leaf) => isCertain(personOf(event), leaf),
  };
}

/** What an event led a journey to emit comes after it; of two at one place the first one written comes first. */
function isUpTo(earlier: Earlier, event: OccasionRow): boolean {
  if (earlier.place !== event.place) return earlier.place < event.place;
  const isEmitted = event.lane < 0;
  return earlier.isEmitted === isEmitted ? earlier.seq <= event.seq : isEmitted;
}

/** Attributes are certain where the replay up to today comes to what is stored today. */
function isCertain({ changes, now, hasMerged }: Person, leaf: Leaf): boolean {
  if (leaf.type === 'segment' || leaf.type === 'product') return false;
  if (leaf.type === 'event' || leaf.subject !== 'attribute') return !(hasMerged && leaf.type === 'event');
  const [first = ''] = leaf.path;
  const replayed = attributesAt(changes, Number.POSITIVE_INFINITY);
  return !hasMerged && isSameJson(replayed[first] ?? null, now[first] ?? null);
}

async function loadPeople(
  tx: Tx,
  actor: Actor,
  customers: readonly Id<'cus'>[],
  needs: ConditionNeeds,
): Promise<Map<Id<'cus'>, Person>> {
  const changes = needs.attributes.length > 0 ? await attributeChanges(tx, actor, customers) : new Map();
  const past = await loadPast(tx, actor, customers, Object.keys(needs.events));
  const found = await rows<{ id: Id<'cus'>; now: JsonObject; hasMerged: boolean; segments: string[] | null }>(
    tx,
    sql`
      select c.id, c.attributes as now,
        exists (select from customers m where m.workspace_id = c.workspace_id and m.merged_into = c.id) as "hasMerged",
        (select array_agg(segment_id) from segment_members m
          where m.workspace_id = c.workspace_id and m.customer_id = c.id) as segments
      from customers c
      where c.workspace_id = ${actor.workspaceId} and c.id = any (${sql.param(customers)}::text[])`,
  );
  return new Map(
    found.map(({ id, segments, ...rest }) => [
      id,
      { ...rest, changes: changes.get(id) ?? [], past: past.get(id) ?? [], segments: new Set(segments) },
    ]),
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
      select e.customer_id as "customerId", e.seq, e.lane < 0 as "isEmitted", e.name, e.message_id as "messageId",
        e.properties, e.occurred_at as at, e.received_at as "receivedAt",
        case when e.lane >= 0 then e.seq else coalesce((
          select max(x.seq) from events x
          where x.workspace_id = e.workspace_id and x.customer_id = e.customer_id and x.lane >= 0
            and x.received_at <= e.received_at), 0) end as place
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

/** As the catalogue stands now: what it said then is not kept. */
async function loadProducts(
  tx: Tx,
  { workspaceId }: Actor,
  events: readonly OccasionRow[],
  filters: readonly Condition[],
): Promise<Map<string, Product>> {
  const tests = filters.flatMap(leavesOf).filter((leaf) => leaf.type === 'product');
  if (tests.length === 0) return new Map();
  const named = tests.flatMap((test) => events.map(({ properties }) => skuOf(test, properties)));
  const wanted = [...new Set(named.filter((sku) => sku !== null))];
  const found = await rows<Product & { sku: string }>(
    tx,
    sql`
      select sku, stock, price from products
      where workspace_id = ${workspaceId} and sku = any (${sql.param(wanted)}::text[])`,
  );
  return new Map(found.map(({ sku, ...product }) => [sku, product]));
}
