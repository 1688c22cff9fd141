// Why did they (not) get it? Over HTTP, asked of the customer and asked of the node: one truth from both sides, in answers
// that are as the API's description says.
import fc from 'fast-check';
import { type Document, OpenAPIBackend } from 'openapi-backend';
import { beforeAll, expect, it } from 'vitest';
import type { Endpoint } from '@/lib/core/api/endpoint';
import { endpoints } from '@/lib/core/api/endpoints';
import { Occasion, PersonAtNode, ReasonCounts } from '@/lib/core/api/why';
import { openApi } from '../api/open-api';
import { drainEngine } from '../engine/run-engine';
import { bearer, callApi } from '../testing/call-api';
import { freshWorkspace } from '../testing/fresh-workspace';
import { liveHistory } from './testing/live-history';
import { history, PEOPLE } from './testing/random-history';
import { atLeast, mailDrawing, publishDrawn, tell } from './testing/tell';

/** A reader of OpenAPI that nobody here wrote. */
const judge = new OpenAPIBackend({
  // The library knows the standard's types; ours names only the parts that we write.
  definition: openApi('https://shop.test') as unknown as Document,
  quick: true,
  ajvOpts: { strict: false, formats: { 'date-time': true } },
});

beforeAll(async () => {
  await judge.init();
});

type Headers = Readonly<Record<string, string>>;
type Params = Readonly<Record<string, string>>;

async function ask(endpoint: Endpoint, headers: Headers, params: Params, query = '') {
  const { status, body } = await callApi(endpoint, { headers, params, query });
  expect(judge.validateResponse(body, endpoint.name, status).errors).toBeNull();
  expect(status).toBe(200);
  return body;
}

/** Every page, in small ones. */
async function all(endpoint: Endpoint, headers: Headers, params: Params, query: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let cursor = ''; ; ) {
    const { data, next } = await ask(endpoint, headers, params, `?${query}limit=7${cursor}`);
    found.push(...(Array.isArray(data) ? data : []));
    if (typeof next !== 'string') return found;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
}

/** Of everybody's occasions at a node: by verdict, how often it was given to whom. */
async function fromCustomers(headers: Headers, journeyId: string, event: string): Promise<string[]> {
  const found: string[] = [];
  for (const who of PEOPLE) {
    const told = await all(endpoints.whyForCustomer, headers, { id: who, journeyId }, '');
    for (const one of told.map((row) => Occasion.parse(row))) {
      if (one.event?.name === event) found.push(`${one.verdict} ${who}`);
    }
  }
  return found.sort();
}

async function fromNode(headers: Headers, id: string, nodeId: string): Promise<string[]> {
  const params = { id, nodeId };
  const { decided, derived } = ReasonCounts.parse(await ask(endpoints.nodeReasons, headers, params));
  const found: string[] = [];
  for (const { code, count } of [...decided, ...derived]) {
    const people = await all(endpoints.nodeReasonPeople, headers, params, `code=${code}&`);
    expect({ code, count }).toEqual({ code, count: people.length });
    for (const { customerLabel } of people.map((row) => PersonAtNode.parse(row))) {
      found.push(`${code} ${customerLabel}`);
    }
  }
  return found.sort();
}

it('the customer and the node tell the same story', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(history, async (actions) => {
      const { actor, ids } = await liveHistory(actions);
      const headers = await bearer(actor);
      for (const id of ids) {
        for (const [event, nodeId] of [
          ['A', 'nod_a'],
          ['B', 'nod_b'],
        ] as const) {
          expect(await fromNode(headers, id, nodeId)).toEqual(await fromCustomers(headers, id, event));
        }
      }
    }),
    { numRuns: 4 },
  );
});

it('says to whoever asks with a key what was sent and what was not, and why', async () => {
  const { actor } = await freshWorkspace();
  const headers = await bearer(actor);
  const journeyId = await publishDrawn(actor, mailDrawing({ filter: atLeast(50) }));
  await tell(actor, 'ada', { event: 'Ordered', properties: { total: 42 } });
  await tell(actor, 'bea', { event: 'Ordered', properties: { total: 60 } });
  await drainEngine();
  const why = (id: string) => ask(endpoints.whyForCustomer, headers, { id, journeyId });
  expect(await why('ada')).toMatchObject({
    data: [
      {
        verdict: 'filter-failed',
        reason: 'Did not enter: the event’s total was 42; it must be at least 50.',
        failed: [{ code: 'failed', name: 'property.total', actual: 42, expected: 50 }],
        passage: null,
      },
    ],
  });
  expect(await why('bea')).toMatchObject({
    data: [
      { verdict: 'entered', passage: { decisions: [{ code: 'entered' }, { code: 'message-queued' }, {}] } },
    ],
  });
  const node = { id: journeyId, nodeId: 'nod_start' };
  expect(await ask(endpoints.nodeReasons, headers, node)).toMatchObject({
    decided: [{ code: 'entered', count: 1, people: 1 }],
    derived: [{ code: 'filter-failed', count: 1 }],
  });
  const people = await ask(endpoints.nodeReasonPeople, headers, node, '?code=filter-failed');
  expect(people).toMatchObject({ data: [{ customerLabel: 'ada', failed: [{ actual: 42 }] }] });
});

it('tells nothing to whoever has no key, or a key of another workspace', async () => {
  const { actor } = await freshWorkspace();
  const stranger = await bearer((await freshWorkspace()).actor);
  const journeyId = await publishDrawn(actor, mailDrawing({}));
  await tell(actor, 'ada', { event: 'Ordered' });
  await drainEngine();
  const node = { id: journeyId, nodeId: 'nod_start' };
  for (const [endpoint, params, query] of [
    [endpoints.customerJourneys, { id: 'ada' }, ''],
    [endpoints.whyForCustomer, { id: 'ada', journeyId }, ''],
    [endpoints.nodeReasons, node, ''],
    [endpoints.nodeReasonPeople, node, '?code=entered'],
  ] as const) {
    expect((await callApi(endpoint, { params, query })).status).toBe(401);
    expect((await callApi(endpoint, { params, query, headers: stranger })).status).toBe(404);
  }
});
