// Letting people in from outside: only where a live journey asks for it, only people we know, and each request once.
import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { entryListRows, entryLists, events } from '@/drizzle/schema';
import { endpoints } from '@/lib/core/api/endpoints';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { plantFaults } from '../fault';
import { archiveJourney } from '../journeys/archive-journey';
import { pauseJourney } from '../journeys/pause-journey';
import { bearer, callApi } from '../testing/call-api';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { signalJourney } from '../testing/signal-journey';
import { unwrap } from '../testing/unwrap';
import { addPeople } from './add-people';
import { enterJourney } from './enter-journey';
import { listLists } from './list-lists';
import { workEntryLists } from './work-entry-lists';

let actor: Actor;
let ada: Id<'cus'>;
let journey: Id<'jrn'>;

beforeEach(async () => {
  plantFaults(undefined);
  ({ actor } = await freshWorkspace());
  ada = await addCustomer(actor, { 'user-id': 'u-1', email: 'ada@shop.test' });
  journey = await signalJourney(
    actor,
    { signal: 'api-call', nodeId: 'nod_api' },
    { signal: 'list-entry', nodeId: 'nod_list' },
  );
});

const signals = () =>
  inWorkspace(actor.workspaceId, (tx) =>
    tx.select().from(events).where(eq(events.type, 'signal')).orderBy(asc(events.seq)),
  );
const ask = (more: object = {}) =>
  enterJourney(actor, { id: journey, userId: 'u-1', properties: {}, idempotencyKey: 'k', ...more });

describe('enterJourney', () => {
  it.each([{ userId: 'u-1' }, { email: ' ADA@shop.test ' }, { customerId: 'ada' }])(
    'puts %j in line once, with what the journey may read',
    async (who) => {
      const person = 'customerId' in who ? { customerId: ada } : who;
      const properties = { plan: 'gold', journey_id: 'jrn_forged' };
      const input = { id: journey, ...person, properties, key: 'order-1', idempotencyKey: 'k' };
      const first = unwrap(await enterJourney(actor, input));
      expect(first).toEqual({ customerId: ada, nodeId: 'nod_api', isRepeat: false });
      expect(unwrap(await enterJourney(actor, input)).isRepeat).toBe(true);
      expect(await signals()).toMatchObject([
        {
          customerId: ada,
          name: 'api-call',
          properties: { plan: 'gold', key: 'order-1', journey_id: journey, node_id: 'nod_api' },
        },
      ]);
    },
  );

  it('refuses who is not known, what is not live, and journeys that have no such step', async () => {
    expect(await ask({ userId: 'u-9' })).toMatchObject({
      refusal: { code: 'unknown-person', field: 'userId' },
    });
    expect(await ask({ userId: 'ada@shop.test' })).toMatchObject({ refusal: { code: 'unknown-person' } });
    expect(await ask({ id: 'jrn_none' })).toMatchObject({ refusal: { code: 'not-found' } });
    const other = await signalJourney(actor, { signal: 'list-entry', nodeId: 'nod_list' });
    expect(await ask({ id: other })).toMatchObject({ refusal: { code: 'journey-not-entered' } });
    await pauseJourney(actor, { id: journey });
    expect(await ask()).toMatchObject({ refusal: { code: 'journey-not-entered' } });
    await archiveJourney(actor, { id: journey });
    expect(await ask()).toMatchObject({ refusal: { code: 'journey-archived' } });
    expect(await signals()).toEqual([]);
  });

  it('needs to be told where, if there are several ways in', async () => {
    const several = await signalJourney(
      actor,
      { signal: 'api-call', nodeId: 'nod_a' },
      { signal: 'api-call', nodeId: 'nod_b' },
    );
    expect(await ask({ id: several })).toMatchObject({ refusal: { field: 'nodeId' } });
    expect(await ask({ id: several, nodeId: 'nod_c' })).toMatchObject({ refusal: { field: 'nodeId' } });
    expect(unwrap(await ask({ id: several, nodeId: 'nod_b' })).nodeId).toBe('nod_b');
  });

  it('is held to the limits of the protocol over the wire', async () => {
    const headers = await bearer(actor);
    const params = { id: journey };
    const good = { userId: 'u-1', idempotencyKey: 'k' };
    const call = (body: object) => callApi(endpoints.enterJourney, { headers, params, body });
    const bad = [{ ...good, email: 'a@b.c' }, { idempotencyKey: 'k' }, { userId: 'u-1' }];
    for (const body of bad) expect((await call(body)).status).toBe(400);
    const large = { ...good, properties: { text: 'x'.repeat(9_000), more: 'y'.repeat(30_000) } };
    expect(await call(large)).toMatchObject({ status: 400, body: { field: 'properties' } });
    const text = '{"userId":"u-1","idempotencyKey":"k","properties":{"constructor":{"prototype":{}}}}';
    expect((await callApi(endpoints.enterJourney, { headers, params, text })).status).toBe(400);
    expect((await call(good)).status).toBe(200);
  });

  it('of another workspace leads nowhere', async () => {
    const { actor: stranger } = await freshWorkspace();
    const input = { id: journey, customerId: ada, properties: {}, idempotencyKey: 'k' };
    expect(await enterJourney(stranger, input)).toMatchObject({ refusal: { code: 'not-found' } });
  });
});

async function worked(): Promise<number> {
  let portions = 0;
  while (await workEntryLists()) portions += 1;
  return portions;
}

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ person: `n-${index}`, properties: {} }));
const lists = async () => unwrap(await listLists(actor, { id: journey })).data;

describe('a list', () => {
  it('lets everybody in whom it names, and lists whom nobody knows', async () => {
    const ben = await addCustomer(actor, { email: 'ben@shop.test' });
    const rows = [
      { person: 'u-1', properties: { store: 'Cork' } },
      { person: 'who?', properties: {} },
      { person: 'Ben@Shop.test', properties: {} },
      { person: ada, properties: { list_id: 'lst_forged' } },
    ];
    const { id } = unwrap(await addPeople(actor, { id: journey, name: 'Spring', people: rows }));
    expect(await lists()).toMatchObject([{ id, total: 4, worked: 0, unknownPeople: [], endedAt: null }]);
    expect(await worked()).toBe(1);
    const entered = (await signals()).map(({ customerId, name, properties }) => [
      customerId,
      name,
      properties,
    ]);
    const target = { journey_id: journey, node_id: 'nod_list', list_id: id };
    expect(entered).toEqual([
      [ada, 'list-entry', { store: 'Cork', ...target }],
      [ben, 'list-entry', target],
      [ada, 'list-entry', target],
    ]);
    expect(await lists()).toMatchObject([
      {
        worked: 4,
        unknown: 1,
        unknownPeople: ['who?'],
        endedAt: expect.any(String),
        createdBy: 'Olive Owner',
      },
    ]);
    const kept = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(entryListRows));
    expect(kept.map(({ person }) => person)).toEqual(['who?']);
  });

  it('is worked off in portions, one after another, also by several workers', async () => {
    unwrap(await addPeople(actor, { id: journey, name: 'Many', people: people(2_500) }));
    expect(await workEntryLists()).toBe(true);
    expect(await lists()).toMatchObject([{ total: 2_500, worked: 1_000, unknown: 1_000 }]);
    await Promise.all([worked(), worked()]);
    expect(await lists()).toMatchObject([{ worked: 2_500, unknown: 2_500, endedAt: expect.any(String) }]);
  });

  it.each(['entries.lock', 'entries.find-people', 'entries.signals', 'entries.portion'])(
    'goes on where it was after a crash at %s',
    async (place) => {
      unwrap(await addPeople(actor, { id: journey, name: 'A', people: [{ person: 'u-1', properties: {} }] }));
      const before = () => {
        throw new Error('crash');
      };
      plantFaults((name) => (name === place ? { before } : undefined));
      await expect(workEntryLists()).rejects.toThrow('crash');
      plantFaults(undefined);
      expect(await lists()).toMatchObject([{ worked: 0, endedAt: null }]);
      await worked();
      expect(await signals()).toHaveLength(1);
      expect(await lists()).toMatchObject([{ worked: 1, unknown: 0 }]);
    },
  );

  it('waits while the journey is paused, and ends when it is archived', async () => {
    unwrap(await addPeople(actor, { id: journey, name: 'A', people: [{ person: 'u-1', properties: {} }] }));
    await pauseJourney(actor, { id: journey });
    expect(await worked()).toBe(0);
    await archiveJourney(actor, { id: journey });
    expect(await worked()).toBe(1);
    expect(await lists()).toMatchObject([{ worked: 0, endedAt: expect.any(String) }]);
    expect(await signals()).toEqual([]);
    expect(await inWorkspace(actor.workspaceId, (tx) => tx.select().from(entryListRows))).toEqual([]);
  });

  it('is refused where no step asks for lists, and in another workspace', async () => {
    const other = await signalJourney(actor, { signal: 'api-call', nodeId: 'nod_api' });
    const rows = [{ person: 'u-1', properties: {} }];
    const refused = await addPeople(actor, { id: other, name: 'A', people: rows });
    expect(refused).toMatchObject({ refusal: { code: 'journey-not-entered' } });
    const { actor: stranger } = await freshWorkspace();
    const nothing = { refusal: { code: 'not-found' } };
    expect(await addPeople(stranger, { id: journey, name: 'A', people: rows })).toMatchObject(nothing);
    expect(await listLists(stranger, { id: journey })).toMatchObject(nothing);
  });
});

describe('a file of people', () => {
  async function imported(text: string, name = 'Spring') {
    const headers = await bearer(actor);
    const query = `?name=${name}`;
    return callApi(endpoints.importPeople, { headers, params: { id: journey }, query, text });
  }

  it('names them by whatever column it has; the other columns can be read', async () => {
    const file =
      'Name,E-Mail,User ID,Points,Shop no\nAda,x@y.test,u-1,40,007\n,,,1,\nBen,nobody@x.test,,2,\n';
    expect(await imported(file)).toMatchObject({
      status: 201,
      body: { rows: 3, problemCount: 1, problems: [{ line: 3, column: 'User ID', message: 'is empty' }] },
    });
    await worked();
    expect(await signals()).toMatchObject([
      { customerId: ada, properties: { Name: 'Ada', Points: 40, 'Shop no': '007' } },
    ]);
    expect(await lists()).toMatchObject([{ name: 'Spring', total: 2, unknownPeople: ['nobody@x.test'] }]);
  });

  it.each(['colour,size\nred,L\n', 'user_id\n', '', 'user_id\n""\n'])(
    'of %j is refused and leaves nothing',
    async (text) => {
      expect(await imported(text)).toMatchObject({ status: 422, body: { code: 'bad-file' } });
      const left = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(entryLists));
      expect(left).toEqual([]);
    },
  );

  it('may be a bare list', async () => {
    expect(await imported('u-1\nnobody@x.test\n')).toMatchObject({ body: { rows: 2, problemCount: 0 } });
    await worked();
    expect(await lists()).toMatchObject([{ total: 2, unknownPeople: ['nobody@x.test'] }]);
  });

  it('of thousands is kept whole', async () => {
    const rows = Array.from({ length: 4_500 }, (_, index) => `n-${index}`);
    expect(await imported(`user_id\n${rows.join('\n')}`)).toMatchObject({ body: { list: { total: 4_500 } } });
    await worked();
    expect(await lists()).toMatchObject([{ worked: 4_500, unknown: 4_500 }]);
  });
});
