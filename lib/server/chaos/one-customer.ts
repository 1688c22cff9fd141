// One customer, a thousand events at the same moment over HTTP, several workers: in the end as if they had come one by one.
import { sql } from 'drizzle-orm';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import { advanceClock } from '../clock';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { freshShop, serveIngest } from '../ingest/testing/serve-ingest';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { unwrap } from '../testing/unwrap';
import { type ClientLog, deliver } from './client';
import { type CrewPlan, withCrew } from './engine-crew';
import { chaosJourneys } from './journeys';
import { modelViolations } from './model-check';
import { type Random, seeded } from './random';
import type { SuiteReport } from './suite';
import type { SentEvent } from './workload';
import { pick } from './zoned-customers';

const TWO_HOURS = 7_200_000;
const USER = 'user-one';
/** Every twentieth request brings ten events, whose order it says. */
const EVERY = 20;
const IN_ONE = 10;

const counted = JourneyDocument.parse({
  format: 1,
  nodes: [
    { id: 'nod_start', type: 'event-trigger', data: { event: 'Page Liked', key: ['order_id'] } },
    { id: 'nod_count', type: 'set-attribute', data: { attribute: 'likes', mode: 'increment', value: 1 } },
  ],
  edges: [{ from: 'nod_start', exit: 'next', to: 'nod_count' }],
  settings: { reentry: 'unlimited' },
});

export async function oneCustomer(events: number, crew: CrewPlan, seed: number): Promise<SuiteReport> {
  const { actor, writeKey } = await freshShop();
  for (const journey of [...chaosJourneys, { name: 'Counted', document: counted }]) {
    const { id } = unwrap(await createJourney(actor, journey));
    unwrap(await publishJourney(actor, { id }));
  }
  const server = await serveIngest();
  const log: ClientLog = { accepted: new Set(), refused: new Map() };
  const batches = requests(events, seeded(seed));
  const { waited, failures } = await withCrew(crew, async () => {
    await Promise.all(batches.map((batch) => deliver(server.url, writeKey, batch, log)));
  });
  await server.close();
  advanceClock(TWO_HOURS);
  await drainEngine();
  const violations = await judge(actor, batches, log);
  return {
    figures: { events, accepted: log.accepted.size, waited },
    violations: [...failures, ...violations],
  };
}

function requests(events: number, random: Random): SentEvent[][] {
  const batches: SentEvent[][] = [];
  for (let made = 0; made < events; ) {
    const size = Math.min(events - made, batches.length % EVERY === 0 ? IN_ONE : 1);
    const request = batches.length;
    batches.push(
      Array.from({ length: size }, (_, index) => oneEvent(`${request}-${index}`, made + index, random)),
    );
    made += size;
  }
  return batches;
}

function oneEvent(place: string, number: number, random: Random): SentEvent {
  const messageId = `one-${place}`;
  if (random() < 0.1) return { type: 'identify', userId: USER, messageId, traits: { last: number } };
  const event = pick(['Page Liked', 'Page Liked', 'Product Added', 'Order Completed', 'Signed Up'], random);
  // Few orders, so that passages with one key meet.
  const order_id = `order-${event === 'Page Liked' ? number : number % 7}`;
  return { type: 'track', event, userId: USER, messageId, properties: { order_id } };
}

function judge({ workspaceId }: Actor, batches: readonly SentEvent[][], { accepted }: ClientLog) {
  return inWorkspace(workspaceId, async (tx) => {
    const stored = await rows<{ id: string }>(
      tx,
      sql`select message_id as id from events where lane >= 0 order by seq`,
    );
    const rank = new Map(stored.map(({ id }, index) => [id, index]));
    const places = batches.map((batch) => batch.map(({ messageId }) => rank.get(messageId) ?? -1));
    const swapped = places.filter((own) =>
      own.some((place, index) => index > 0 && place !== (own[index - 1] ?? 0) + 1),
    );
    const sent = batches.flat().length;
    return [
      ...(stored.length === sent && accepted.size === sent
        ? []
        : [`I1 ${sent} sent, ${accepted.size} accepted, ${stored.length} stored`]),
      ...swapped.map((own) => `I5 a request’s events are stored at ${own.join(', ')}`),
      ...(await orderViolations(tx)),
      ...(await modelViolations(tx)),
    ];
  });
}

/** Who entered later by the reason trail had the later event; and who may enter once did. */
async function orderViolations(tx: Tx): Promise<string[]> {
  const swapped = await rows<{ id: string }>(
    tx,
    sql`
      select id from (
        select n.trigger ->> 'messageId' as id, e.seq, lag(e.seq) over (order by d.seq) as before
        from decisions d
        join enrollments n on n.workspace_id = d.workspace_id and n.id = d.enrollment_id
        join events e on e.workspace_id = n.workspace_id and e.message_id = n.trigger ->> 'messageId'
        where d.code = 'entered'
      ) entries where seq < before`,
  );
  const [once] = await rows<{ entered: number; refused: number; asked: number }>(
    tx,
    sql`
      select count(*) filter (where code = 'entered')::int as entered,
        count(*) filter (where code in ('entered-before', 'already-in-journey'))::int as refused,
        (select count(*)::int from events where name = 'Signed Up') as asked
      from decisions d join journeys j on j.workspace_id = d.workspace_id and j.id = d.journey_id
      where j.name = 'Welcome'`,
  );
  const isOnce = once?.entered === 1 && once.refused === once.asked - 1;
  return [
    ...swapped.map(({ id }) => `I5 worked after a later one: ${id}`),
    ...(isOnce ? [] : [`I4 once is ${JSON.stringify(once)}`]),
  ];
}
