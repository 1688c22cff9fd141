// Quiet hours through the nights in which clocks are changed: nobody is written to in them, and everybody at their end.
import { sql } from 'drizzle-orm';
import { JourneyDocument } from '@/lib/core/journey/document';
import { DeliveryPolicy } from '@/lib/core/policy/delivery-policy';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';
import { drainSender } from '../delivery/drain-sender';
import { saveDelivery } from '../delivery/save-delivery';
import { drainEngine } from '../engine/run-engine';
import { storeEvents } from '../ingest/store-events';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { DAY, HOUR, START } from './clock-moves';
import { freezeClock } from './frozen-clock';
import { type Random, seeded } from './random';
import type { SuiteReport } from './suite';
import { addDays, changesOf, dateAt, whenShown } from './wall-clock';
import { ZONES } from './zoned-customers';

interface Rest {
  readonly from: string;
  readonly to: string;
}

/** Ends and begins where clocks skip or repeat an hour, or half of one; and what everybody has. */
const rests: readonly Rest[] = [
  { from: '21:30', to: '02:15' },
  { from: '01:45', to: '06:00' },
  { from: '21:00', to: '08:00' },
];

interface House {
  readonly actor: Actor;
  readonly rest: Rest;
  /** When each message has to go, by the event that asked for it. */
  readonly wanted: Map<string, number>;
}

/** When rest is over for who is written to at `at`; `at` itself where it is no time of rest. */
function restEnd({ from, to }: Rest, zone: string, at: number): number {
  const today = dateAt(zone, at);
  const nights = [-2, -1, 0, 1].map((days) => addDays(today, days));
  for (const night of nights) {
    const start = whenShown(zone, night, from).earliest;
    const end = whenShown(zone, from > to ? addDays(night, 1) : night, to).at;
    if (start <= at && at < end) return restEnd({ from, to }, zone, end);
  }
  return at;
}

/** So many nights in which clocks are changed somewhere, on the database of this process. */
export async function quietNights(nights: number, seed: number): Promise<SuiteReport> {
  const random = seeded(seed);
  freezeClock(START);
  const houses: House[] = [];
  for (const rest of rests) houses.push({ actor: await open(rest), rest, wanted: new Map() });
  const changes = [...new Set(ZONES.flatMap(changesOf))].sort((a, b) => a - b);
  const later = changes.filter((at) => at > START + 2 * DAY);
  for (let night = 0; night < nights; night += 1) {
    const change = later[Math.floor((night * later.length) / nights)] ?? START;
    await pass(houses, change, random);
  }
  const found = await Promise.all(houses.map(violationsOf));
  const asked = houses.reduce((sum, { wanted }) => sum + wanted.size, 0);
  return { figures: { nights, asked }, violations: found.flat() };
}

async function open(rest: Rest): Promise<Actor> {
  const { actor } = await freshWorkspace();
  unwrap(
    await saveDelivery(
      actor,
      DeliveryPolicy.parse({ quietHours: { isOn: true, ...rest, channels: ['email'] } }),
    ),
  );
  const document = JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_start', type: 'event-trigger', data: { event: 'Write', key: ['number'] } },
      { id: 'nod_mail', type: 'send-email', data: { subject: 'Hello', body: 'Hello' } },
    ],
    edges: [{ from: 'nod_start', exit: 'next', to: 'nod_mail' }],
    settings: { reentry: 'unlimited' },
  });
  const { id } = unwrap(await createJourney(actor, { name: 'Night', document }));
  unwrap(await publishJourney(actor, { id }));
  const people = ZONES.map((timezone, index) => {
    const traits = { timezone, email: `user-${index}@shop.test` };
    return { type: 'identify', userId: timezone, messageId: `identify-${index}`, traits };
  });
  await storeEvents(actor.workspaceId, 'nights', people, new Date(START));
  await drainEngine();
  return actor;
}

/** From before the evening in the east until after the morning in the west. */
async function pass(houses: readonly House[], change: number, random: Random): Promise<void> {
  const times = [-0.4, 0.1, 0.4, 0.6, 1.1].map((hours) => change + hours * HOUR);
  const before = Array.from({ length: 4 }, () => change - random() * 14 * HOUR);
  const asks = new Set([...times, ...before].map(Math.round));
  const looks = new Set(asks);
  for (let now = Math.min(...looks); looks.size > 0; now = Math.min(...looks)) {
    looks.delete(now);
    freezeClock(now);
    for (const house of asks.has(now) ? houses : []) {
      for (const end of await ask(house, now, random)) looks.add(end - 1).add(end);
    }
    await drainEngine();
    await drainSender();
  }
}

/** Wants to write to some, wherever they are. @returns the ends of their rest */
async function ask({ actor, rest, wanted }: House, now: number, random: Random): Promise<number[]> {
  const chosen = ZONES.filter((zone) => random() < (changesOf(zone).length > 0 ? 0.5 : 0.1));
  const events = chosen.map((userId) => {
    const messageId = `${userId} ${now}`;
    wanted.set(messageId, restEnd(rest, userId, now));
    return { type: 'track', event: 'Write', userId, messageId, properties: { number: now } };
  });
  await storeEvents(actor.workspaceId, 'nights', events, new Date(now));
  return events.flatMap(({ messageId }) => wanted.get(messageId) ?? []).filter((end) => end > now);
}

async function violationsOf({ actor, rest, wanted }: House): Promise<string[]> {
  const started = await inWorkspace(actor.workspaceId, (tx) =>
    rows<{ id: string; at: Date }>(
      tx,
      sql`
        select n.trigger ->> 'messageId' as id, d.at from decisions d
        join enrollments n on n.workspace_id = d.workspace_id and n.id = d.enrollment_id
        where d.code = 'send-started'`,
    ),
  );
  const found = new Map(started.map(({ id, at }) => [id, at.getTime()]));
  const told = (at: number | undefined) => (at === undefined ? 'never' : new Date(at).toISOString());
  const wrong = [...wanted].filter(([id, at]) => found.get(id) !== at);
  const twice = started.length - found.size;
  return [
    ...wrong.map(
      ([id, at]) => `Rest ${rest.from}–${rest.to}: ${id} went ${told(found.get(id))}, not ${told(at)}`,
    ),
    ...(twice > 0 ? [`P8a ${twice} messages went twice`] : []),
  ];
}
