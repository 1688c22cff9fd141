// A live experiment in a shop of its own, for tests: crowds that come and buy, people who walk through, and days that pass.
import { sql } from 'drizzle-orm';
import { beforeEach } from 'vitest';
import { consents, customers, events, exposures } from '@/drizzle/schema';
import { FindExperiment, ListExperiments } from '@/lib/core/api/experiment';
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import type { JourneyDocument } from '@/lib/core/journey/document';
import type { JsonObject } from '@/lib/core/json';
import type { Actor } from '../../actor';
import { now } from '../../clock';
import { inWorkspace, rows } from '../../db/transaction';
import { drainEngine } from '../../engine/run-engine';
import { storeEvents } from '../../ingest/store-events';
import { createJourney } from '../../journeys/create-journey';
import { findJourney } from '../../journeys/find-journey';
import { publishJourney } from '../../journeys/publish-journey';
import { saveDraft } from '../../journeys/save-draft';
import { newId } from '../../new-id';
import { setNow } from '../../testing/clock';
import { freshWorkspace } from '../../testing/fresh-workspace';
import { unwrap } from '../../testing/unwrap';
import { findExperiment } from '../find-experiment';
import { listExperiments } from '../list-experiments';

export const START = '2026-03-01T10:00:00Z';
export const DAY = 86_400_000;

type CustomerId = Id<'cus'>;

interface Crowd {
  readonly arm: string;
  readonly people: number;
  readonly buyers: number;
  readonly total?: number;
  readonly phase?: number;
  readonly period?: number;
}

interface Scene {
  actor: Actor;
  id: Id<'exp'>;
  journeyId: Id<'jrn'>;
}

/** Another shop for each test, on the first of March. */
export function setExperiment() {
  const scene: Scene = {
    ...{ id: 'exp_none', journeyId: 'jrn_none' },
    actor: { workspaceId: 'wsp_none', id: 'system', name: '', role: 'editor' },
  };
  beforeEach(async () => {
    setNow(START);
    ({ actor: scene.actor } = await freshWorkspace());
  });
  return {
    scene,
    live: (document: JourneyDocument) => live(scene, document),
    publish: (document: JourneyDocument) => publish(scene, document),
    crowd: (crowd: Crowd) => crowdOf(scene, crowd),
    happens: (people: readonly CustomerId[], name: string, properties: JsonObject = {}, afterMs = DAY) =>
      happens(scene, people, name, properties, afterMs),
    optOut: (people: readonly CustomerId[]) => optOut(scene, people),
    daysLater,
    found: async (phase?: number) =>
      unwrap(await findExperiment(scene.actor, FindExperiment.parse({ id: scene.id, phase }))),
    comesBy: (name: string) => comesBy(scene, name),
  };
}

async function live(scene: Scene, document: JourneyDocument): Promise<void> {
  const { actor } = scene;
  ({ id: scene.journeyId } = unwrap(await createJourney(actor, { name: 'Test', document })));
  unwrap(await publishJourney(actor, { id: scene.journeyId }));
  const { data } = unwrap(await listExperiments(actor, ListExperiments.parse({})));
  scene.id = data[0]?.id ?? 'exp_none';
}

async function publish({ actor, journeyId: id }: Scene, document: JourneyDocument): Promise<void> {
  const { draftRevision } = unwrap(await findJourney(actor, { id }));
  unwrap(await saveDraft(actor, { id, document, draftRevision }));
  unwrap(await publishJourney(actor, { id }));
}

/** People exposed an hour from now on, of whom the first ones buy a day later. */
async function crowdOf(
  scene: Scene,
  { arm, people, buyers, total = 10, phase = 1, period = 1 }: Crowd,
): Promise<CustomerId[]> {
  const { workspaceId } = scene.actor;
  const all = Array.from({ length: people }, () => newId('cus'));
  const exposedAt = new Date(now().getTime() + 3_600_000);
  await inWorkspace(workspaceId, async (tx) => {
    await tx
      .insert(customers)
      .values(
        all.map((one) => ({ workspaceId, id: one, lane: laneOf(one), attributes: {}, createdAt: now() })),
      );
    const dealt = { experimentId: scene.id, phase, period, arm, assignedAt: exposedAt, exposedAt };
    await tx.insert(exposures).values(all.map((customerId) => ({ workspaceId, customerId, ...dealt })));
  });
  await happens(scene, all.slice(0, buyers), 'Order Completed', { total }, DAY + 3_600_000);
  return all;
}

/** To each of them, so much later than now. The engine is not told: the lane is none. */
async function happens(
  { actor: { workspaceId } }: Scene,
  people: readonly CustomerId[],
  name: string,
  properties: JsonObject,
  afterMs: number,
): Promise<void> {
  const at = new Date(now().getTime() + afterMs);
  const told = { source: 'test', bodyHash: '', type: 'track' as const, lane: -1, traits: {}, context: {} };
  if (people.length === 0) return;
  await inWorkspace(workspaceId, (tx) =>
    tx.insert(events).values(
      people.map((customerId) => ({
        ...{ ...told, workspaceId, customerId, messageId: newId('obx'), name, properties },
        ...{ occurredAt: at, receivedAt: at },
      })),
    ),
  );
}

async function optOut({ actor: { workspaceId } }: Scene, people: readonly CustomerId[]): Promise<void> {
  const word = { channel: 'email' as const, state: 'opted-out' as const, source: 'test', proof: {} };
  const at = new Date(now().getTime() + DAY);
  await inWorkspace(workspaceId, (tx) =>
    tx
      .insert(consents)
      .values(people.map((customerId) => ({ ...word, workspaceId, id: newId('cns'), customerId, at }))),
  );
}

/** Since the start; looks that have become due are taken. */
async function daysLater(days: number): Promise<void> {
  setNow(new Date(new Date(START).getTime() + days * DAY));
  await drainEngine();
}

interface Walk {
  readonly code: string;
  readonly arm: string | null;
  readonly phase: number;
  readonly period: number | null;
}

/** How somebody who comes now goes through the experiment. */
async function comesBy({ actor: { workspaceId } }: Scene, name: string): Promise<Walk | undefined> {
  const messageId = `${name}-${now().getTime()}`;
  const event = { userId: name, type: 'track', event: 'Signed Up', messageId };
  await storeEvents(workspaceId, 'test', [event], now());
  await drainEngine();
  const [seen] = await inWorkspace(workspaceId, (tx) =>
    rows<Walk>(
      tx,
      sql`
        select d.code, d.inputs ->> 'arm' as arm, (d.inputs ->> 'phase')::int as phase,
          (d.inputs ->> 'period')::int as period
        from decisions d
        join identifiers i on i.workspace_id = d.workspace_id and i.customer_id = d.customer_id
        where i.value = ${name} and d.node_id = 'nod_test' order by d.seq desc limit 1`,
    ),
  );
  return seen;
}
