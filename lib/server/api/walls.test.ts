// Who gets in where: generated from the table of endpoints, so that a new endpoint is tested by being there.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { users } from '@/drizzle/schema';
import type { Endpoint } from '@/lib/core/api/endpoint';
import { allEndpoints } from '@/lib/core/api/endpoints';
import type { Actor } from '../actor';
import { now } from '../clock';
import { asSystem, inWorkspace, rows } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { newId } from '../new-id';
import { apiFolder, bearer, type Call, callApi, cookieOf, routeFile } from '../testing/call-api';
import { aKnownCustomer, furnishedWorkspace } from '../testing/furnished-workspace';
import { welcomeTest } from '../testing/journey-tests';

/** Answered by providers' own signatures, and tested with them. */
const ELSEWHERE = /^providers\/|^\[\.\.\.rest\]/;

async function viewerOf({ workspaceId }: Actor): Promise<Actor> {
  const id = newId('usr');
  const user = {
    workspaceId,
    id,
    email: `${id}@shop.test`,
    name: 'Vera Viewer',
    passwordHash: '-',
    createdAt: now(),
  };
  await asSystem((tx) => tx.insert(users).values({ ...user, role: 'viewer' }));
  return { workspaceId, id, name: user.name, role: 'viewer' };
}

type Furnished = Awaited<ReturnType<typeof furnishedWorkspace>>;

function callTo(endpoint: Endpoint, { ids }: Furnished): Call {
  const bodies: Record<string, unknown> = {
    createJourney: { name: 'New' },
    saveDraft: { name: 'Changed' },
    createJourneyTest: { test: welcomeTest() },
    saveJourneyTest: { test: welcomeTest({ name: 'Changed' }) },
    runJourneyTests: {},
    moveClock: { advanceMs: 0 },
    setPriority: { priority: 5 },
    saveDelivery: { holdoutPercent: 5 },
    createSegment: { name: 'New', condition: aKnownCustomer },
    previewSegment: { condition: aKnownCustomer },
    saveSegment: { name: 'Changed' },
    duplicateSegment: { name: 'Copy' },
    createCouponPool: { name: 'New', pattern: 'TEA-########' },
    promoteArm: { arm: 'b' },
    forecastExperiment: { journeyId: ids.Journeys, weights: [50, 50], design: {} },
    finishTask: { outcome: 'done' },
    enterJourney: { userId: 'u-1', idempotencyKey: 'k' },
    addPeople: { name: 'Spring', people: [{ person: 'u-1' }] },
    saveProducts: { products: [{ sku: 'N', name: 'New', price: 1, stock: 1 }] },
  };
  const files: Record<string, string> = {
    importProducts: 'sku,name,price,stock\nN,New,1,1\n',
    importPeople: 'user_id\nu-1\n',
    importCoupons: 'A-1\nA-2\n',
  };
  const { [endpoint.tag as keyof typeof ids]: id = 'none' } = ids;
  const body = bodies[endpoint.name];
  const text = files[endpoint.name];
  const sent = text === undefined ? {} : { text };
  const queries: Record<string, string> = {
    importPeople: '?name=Spring',
    nodeReasonPeople: '?code=entered',
    listRepeatPeople: '?figure=orders&value=1',
    listRetentionPeople: '?from=2026-01-01&period=2026-01-01',
    segmentComposition: `?segments=${ids.Segments}&attribute=country`,
    segmentOverlap: `?segments=${ids.Segments}`,
    listSegmentPeople: '?figure=hour&value=9',
    seenProperties: '?name=Signed%20Up',
  };
  const elsewhere = { journeyId: ids.Journeys, nodeId: 'nod_mail' };
  return {
    query: queries[endpoint.name] ?? '',
    params: { id, sku: id, testId: ids.Tests, version: '1', ...elsewhere },
    ...(body === undefined ? sent : { body }),
  };
}

/** Everything in the database that a call may not change. */
function stateOf({ actor }: Furnished): Promise<unknown> {
  return inWorkspace(actor.workspaceId, (tx) =>
    rows(
      tx,
      sql`select *, (select json_agg(p order by sku) from products p) as products,
          (select json_agg(c order by code) from coupons c) as coupons, (select count(*) from coupon_pools) as pools,
          (select json_agg(t order by id) from tasks t) as tasks, (select count(*) from entry_lists) as lists,
          (select count(*) from events) as events,
          (select json_agg(h order by span) from holdout_spans h) as holdout,
          (select json_agg(s order by id) from segments s) as segments,
          (select json_agg(p order by experiment_id, phase) from experiment_phases p) as phases,
          (select json_agg(t order by id) from journey_tests t) as tests
        from journeys, workspaces where journeys.workspace_id = workspaces.workspace_id`,
    ),
  );
}

const guarded = allEndpoints.filter(({ access }) => access !== 'anyone');
const cases = guarded.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);

describe('the table of endpoints', () => {
  it('lists exactly what the route files serve', () => {
    const files = readdirSync(apiFolder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('route.ts') && !ELSEWHERE.test(file),
    );
    const served = files.flatMap((file) => {
      const source = readFileSync(path.join(apiFolder, file), 'utf8');
      return [...source.matchAll(/export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
        ([, method]) => `${method} ${path.join(apiFolder, file)}`,
      );
    });
    const listed = allEndpoints.map((endpoint) => `${endpoint.method} ${routeFile(endpoint.path)}`);
    expect(served.sort()).toEqual(listed.sort());
  });

  it('is open to anyone only where nothing is said about anybody', () => {
    const open = allEndpoints.filter(({ access }) => access === 'anyone').map(({ name }) => name);
    expect(open.sort()).toEqual(['journeySchema', 'openApi']);
  });

  it('asks for the right to write wherever something changes', () => {
    for (const { method, access } of guarded) expect(access).toBe(method === 'GET' ? 'read' : 'write');
  });
});

describe('every endpoint', () => {
  let mine: Furnished;
  let theirs: Furnished;
  beforeAll(async () => {
    [mine, theirs] = [await furnishedWorkspace(), await furnishedWorkspace()];
  });

  it.each(cases)('%s lets nobody in without a key', async (_, endpoint) => {
    const call = callTo(endpoint, mine);
    const before = await stateOf(mine);
    const strangers = [
      {},
      { authorization: 'Bearer sk_unknown' },
      { authorization: 'Basic c2s6' },
      { authorization: '' },
      { cookie: 'throughline_session=unknown' },
    ];
    for (const headers of strangers) expect((await callApi(endpoint, { ...call, headers })).status).toBe(401);
    const write = await callApi(endpoint, { ...call, headers: await bearer(mine.actor, 'write') });
    expect(write).toMatchObject({ status: 403, body: { code: 'write-key-not-allowed' } });
    expect(await stateOf(mine)).toEqual(before);
  });

  it.each(cases)('%s shows a key of another workspace nothing', async (_, endpoint) => {
    // What earlier calls left to do, such as a segment to fill, time travel would wait for.
    if (endpoint.name === 'moveClock') await drainEngine();
    const before = await stateOf(mine);
    const foreign = await callApi(endpoint, { ...callTo(endpoint, mine), headers: theirs.key });
    for (const id of [...Object.values(mine.ids), mine.actor.workspaceId])
      expect(foreign.text).not.toContain(id);
    if (/\{(id|sku)\}/.test(endpoint.path)) {
      const { params = {}, ...call } = callTo(endpoint, mine);
      const none = `${params.id?.slice(0, 4)}unknown`;
      const unknown = { ...call, params: { id: none, sku: none } };
      expect(foreign.status).toBe(404);
      expect(foreign.text).toBe((await callApi(endpoint, { ...unknown, headers: theirs.key })).text);
    }
    expect(await stateOf(mine)).toEqual(before);
  });

  it.each(cases)('%s lets a viewer look and not touch', async (_, endpoint) => {
    const before = await stateOf(mine);
    const cookie = await cookieOf(await viewerOf(mine.actor));
    const { status } = await callApi(endpoint, { ...callTo(endpoint, mine), headers: cookie });
    expect(status).toBe(endpoint.access === 'read' ? 200 : 403);
    expect(await stateOf(mine)).toEqual(before);
  });

  it.each(cases)('%s answers its own workspace as it is declared', async (_, endpoint) => {
    const own = await furnishedWorkspace();
    // What earlier calls left to do, time travel would wait for.
    await drainEngine();
    const answer = await callApi(endpoint, { ...callTo(endpoint, own), headers: own.key });
    expect(answer.status).toBe(endpoint.status);
    expect(endpoint.reply.parse(answer.body)).toEqual(answer.body);
  });
});
