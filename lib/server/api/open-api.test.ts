// The OpenAPI document: valid by its own standard, complete, and true of real answers.
import { type Document, OpenAPIBackend } from 'openapi-backend';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '@/lib/core/api/endpoint';
import { allEndpoints, endpoints } from '@/lib/core/api/endpoints';
import { nodeTypes } from '@/lib/core/nodes/registry';
import { bearer, type Call, callApi } from '../testing/call-api';
import { welcomeDrawing } from '../testing/drawings';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEvent } from '../testing/people';
import { journeySchema } from './journey-schema';
import { openApi } from './open-api';

const described = openApi('https://shop.test');

/** A reader of OpenAPI that nobody here wrote: it judges the document, then requests and answers by it. */
const judge = new OpenAPIBackend({
  // The library knows the standard's types; ours names only the parts that we write.
  definition: structuredClone(described) as unknown as Document,
  quick: true,
  ajvOpts: { strict: false, formats: { 'date-time': true } },
});

beforeAll(async () => {
  await judge.init();
});

function expectTrue({ name }: Endpoint, answer: { status: number; body: unknown }): void {
  const { errors } = judge.validateResponse(answer.body, name, answer.status);
  expect({ name, status: answer.status, errors: errors ?? [] }).toMatchObject({ errors: [] });
}

describe('the document', () => {
  it('describes every endpoint but those for development', () => {
    const operations = Object.values(described.paths).flatMap((item) => Object.values(item));
    const listed = allEndpoints.filter(({ tag }) => tag !== 'Development').map(({ name }) => name);
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(listed.sort());
  });

  it('names every schema that it refers to', () => {
    const text = JSON.stringify(described);
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      expect(Object.keys(described.components.schemas)).toContain(name);
    }
    expect(text).not.toContain('MoveClock');
  });

  it('is served to anyone, as is the schema of a journey', async () => {
    expect((await callApi(endpoints.openApi)).body).toMatchObject({ openapi: '3.1.0' });
    const { body } = await callApi(endpoints.journeySchema);
    expect(body).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
    for (const type of Object.keys(nodeTypes)) expect(JSON.stringify(body)).toContain(`"const":"${type}"`);
    expect(journeySchema('https://shop.test').$id).toBe('https://shop.test/v1/schemas/journey.json');
  });
});

describe('a journey of the API', () => {
  it('would be caught telling something else', () => {
    expect(judge.validateResponse({ id: 'jrn_1' }, 'findJourney', 200).errors).not.toBeNull();
    expect(judge.validateResponse({ message: 'no code' }, 'findJourney', 404).errors).not.toBeNull();
  });

  it('is what the document says, from creation to archive', async () => {
    const { actor } = await freshWorkspace();
    const headers = await bearer(actor);
    const ask = async (endpoint: Endpoint, call: Call = {}) => {
      const answer = await callApi(endpoint, { headers, ...call });
      expectTrue(endpoint, answer);
      return answer;
    };
    const created = await ask(endpoints.createJourney, { body: { name: 'Welcome' } });
    const params = { id: String(created.body.id) };
    expect((await ask(endpoints.publishJourney, { params })).status).toBe(422);
    await ask(endpoints.saveDraft, { params, body: { document: welcomeDrawing(), draftRevision: 1 } });
    expect((await ask(endpoints.saveDraft, { params, body: { name: 'X', draftRevision: 1 } })).status).toBe(
      409,
    );
    for (const step of [
      'publishJourney',
      'pauseJourney',
      'resumeJourney',
      'journeyCounts',
      'findJourney',
    ] as const) {
      expect((await ask(endpoints[step], { params })).status).toBe(200);
    }
    expect((await ask(endpoints.archiveJourney, { params })).body).toMatchObject({
      state: 'archived',
      version: 1,
    });
    expect((await ask(endpoints.publishJourney, { params })).status).toBe(409);
    expect((await ask(endpoints.findJourney, { params: { id: 'jrn_none' } })).status).toBe(404);
    expect((await ask(endpoints.createJourney, { body: {} })).status).toBe(400);
    expect((await ask(endpoints.listJourneys, { headers: {} })).status).toBe(401);
  });

  it('is what the document says when it is read', async () => {
    const { actor } = await freshWorkspace();
    const headers = await bearer(actor);
    const customer = await addCustomer(
      actor,
      { 'user-id': 'u-1' },
      { attributes: { a: [1, null, { b: true }] } },
    );
    await addEvent(actor, customer, 'Seen', { properties: { nested: { deep: [1.5, 'x'] } } });
    for (const endpoint of Object.values(endpoints)) {
      if (endpoint.method !== 'GET' || endpoint.tag === 'Journeys' || endpoint.tag === 'Description')
        continue;
      const params = { id: customer };
      expectTrue(endpoint, await callApi(endpoint, { headers, params }));
    }
  });
});

describe('a request', () => {
  const request = (body: unknown) => ({ method: 'post', path: '/v1/journeys', headers: {}, body });
  const errorsOf = (body: unknown) => judge.validateRequest(request(body), 'createJourney').errors ?? [];

  it('may leave defaults out, and may not say what nobody asked', () => {
    const document = {
      format: 1,
      nodes: [{ id: 'nod_a', type: 'delay', data: { amount: 2 } }],
      edges: [],
      settings: { reentry: 'once' },
    };
    expect(errorsOf({ name: 'A', document })).toEqual([]);
    expect(errorsOf({ name: 'A', owner: 'me' })).not.toEqual([]);
    expect(
      errorsOf({ name: 'A', document: { ...document, nodes: [{ id: 'nod_a', type: 'teleport' }] } }),
    ).not.toEqual([]);
  });
});
