// A shop that uses coupons, lists, dates, schedules, webhooks and plans, while every point breaks twice and more by chance.
import { Readable } from 'node:stream';
import { SaveConnection } from '@/lib/core/api/connection';
import type { Id } from '@/lib/core/id';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { PublishPlan } from '@/lib/core/journey/publish-plan';
import { ResumePlan } from '@/lib/core/journey/resume-plan';
import type { Actor } from '../actor';
import { saveConnection } from '../channels/save-connection';
import { advanceClock, now } from '../clock';
import { createCouponPool } from '../coupons/create-coupon-pool';
import { importCoupons } from '../coupons/import-coupons';
import { inWorkspace } from '../db/transaction';
import { drainSender } from '../delivery/drain-sender';
import { drainEngine } from '../engine/run-engine';
import { importPeople } from '../entries/import-people';
import { freshShop } from '../ingest/testing/serve-ingest';
import { createJourney } from '../journeys/create-journey';
import { pauseJourney } from '../journeys/pause-journey';
import { publishJourney } from '../journeys/publish-journey';
import { resumeJourney } from '../journeys/resume-journey';
import { saveDraft } from '../journeys/save-draft';
import { unwrap } from '../testing/unwrap';
import { type ClientLog, deliver } from './client';
import { FirstPassings } from './first-passings';
import { type Random, seeded } from './random';
import { startReceiver } from './receiver';
import { shopViolations } from './shop-judge';
import type { Stand } from './stand';
import { stormFigures } from './storm-figures';
import { couponDrawing, dateDrawing, listDrawing, scheduleDrawing, waitDrawing } from './storm-journeys';
import type { SuiteReport } from './suite';

const PEOPLE = 24;
const CODES = 20;
const ROUNDS = 8;
const HOUR = 3_600_000;
const TRIES = 400;
const LEASE_MS = 31_000;

const emailOf = (person: number) => `person-${person}@shop.test`;

interface Scene {
  readonly stand: Stand;
  readonly actor: Actor;
  readonly writeKey: string;
  readonly log: ClientLog;
  readonly ids: Record<'coupon' | 'list' | 'date' | 'schedule' | 'wait', Id<'jrn'>>;
  readonly random: Random;
}

export async function shopStorm(stand: Stand, seed: number): Promise<SuiteReport> {
  const random = seeded(seed);
  const receiver = await startReceiver();
  const breaks = new FirstPassings(random);
  try {
    const scene = await open(stand, receiver.url, random);
    breaks.plant();
    const listed = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      await insist(() => happen(scene, round));
      await insist(() => importList(scene, round, listed));
      await change(scene, round);
      await work();
    }
    breaks.lift();
    await insist(async () => unwrap(await resumeJourney(scene.actor, { id: scene.ids.wait })));
    await comeToRest();
    const shop = { listed, journeys: scene.ids, calls: receiver.calls };
    return await inWorkspace(scene.actor.workspaceId, async (tx) => ({
      figures: { ...(await stormFigures(tx)), ...receiver.figures(), ...figuresOf(breaks) },
      violations: await shopViolations(tx, shop),
    }));
  } finally {
    breaks.lift();
    await receiver.close();
  }
}

const figuresOf = ({ broken, repliesLost }: FirstPassings) => ({
  pointsBroken: broken.size,
  breaks: [...broken.values()].reduce((sum, count) => sum + count, 0),
  repliesLost,
});

async function open(stand: Stand, url: string, random: Random): Promise<Scene> {
  const { actor, writeKey } = await freshShop();
  const hooks = { provider: 'http', channel: 'webhook', config: {} };
  await saveConnection(actor, SaveConnection.parse(hooks));
  const pool = unwrap(await createCouponPool(actor, { name: 'Tea', pattern: null }));
  const codes = Array.from({ length: CODES }, (_, index) => `TEA-${index}`);
  unwrap(await importCoupons(actor, { id: pool.id }, file(codes)));
  const log: ClientLog = { accepted: new Set(), refused: new Map() };
  const people = Array.from({ length: PEOPLE }, (_, person) => ({
    ...{ type: 'identify', messageId: `identify-${person}`, userId: `user-${person}` },
    traits: { email: emailOf(person), renewal: dayFromNow(2) },
  }));
  await deliver(stand.url, writeKey, people, log);
  const ids = {
    coupon: await live(actor, couponDrawing(pool.id, url)),
    list: await live(actor, listDrawing()),
    date: await live(actor, dateDrawing()),
    schedule: await live(actor, scheduleDrawing(dayFromNow(1))),
    wait: await live(actor, waitDrawing(24)),
  };
  return { stand, actor, writeKey, log, ids, random };
}

const dayFromNow = (days: number) => new Date(now().getTime() + days * 24 * HOUR).toISOString().slice(0, 10);

const file = (lines: readonly string[]) => Readable.from([Buffer.from(lines.join('\n'))]);

async function live(actor: Actor, document: JourneyDocument): Promise<Id<'jrn'>> {
  const { id } = unwrap(await createJourney(actor, { name: 'Storm', document }));
  unwrap(await publishJourney(actor, { id }));
  return id;
}

/** Does it until it goes through: a user whose click failed, a worker that comes back. */
async function insist(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}

async function happen({ stand, writeKey, log, random }: Scene, round: number): Promise<void> {
  const track = (event: string, key: string, index: number) => ({
    ...{ type: 'track', event, messageId: `${event}-${round}-${index}` },
    userId: `user-${Math.floor(random() * PEOPLE)}`,
    properties: { [key]: `${round}-${index}` },
  });
  const events = Array.from({ length: 4 }, (_, index) => [
    track('Order', 'order', index),
    track('Visit', 'visit', index),
  ]);
  await deliver(stand.url, writeKey, events.flat(), log);
}

/** Half of them are known, some stand in two files, one is nobody. */
async function importList({ actor, ids }: Scene, round: number, listed: Set<string>): Promise<void> {
  const people = Array.from({ length: 4 }, (_, index) => emailOf((round * 2 + index) % (PEOPLE - 10)));
  const input = { id: ids.list, name: `File ${round}` };
  unwrap(await importPeople(actor, input, file(['email', ...people, 'nobody@shop.test'])));
  for (const email of people) listed.add(email);
}

const plans = [
  [{ nodeId: 'nod_wait', choice: 'move' }],
  [{ nodeId: 'nod_wait', choice: 're-time', spreadHours: 2 }],
  [{ nodeId: 'nod_wait', choice: 'exit' }],
  [],
];
const resumes = [{ kind: 'shift' }, { kind: 'spread', hours: 3 }, { kind: 'skip' }];

/** Each version waits longer, so that a wait that ends early is one that broke. */
async function change({ actor, ids: { wait: id } }: Scene, round: number): Promise<void> {
  const document = waitDrawing(25 + round);
  if (round % 2 === 0) {
    await insist(async () => unwrap(await pauseJourney(actor, { id })));
    advanceClock(HOUR);
    const plan = ResumePlan.parse(resumes[(round / 2) % resumes.length]);
    await insist(async () => unwrap(await resumeJourney(actor, { id, plan })));
  } else {
    await insist(async () => unwrap(await saveDraft(actor, { id, document })));
    const plan = PublishPlan.parse({ nodes: plans[((round - 1) / 2) % plans.length] });
    await insist(async () => unwrap(await publishJourney(actor, { id, plan })));
  }
}

/** What broke is tried again at once; what a send had begun, once its lease is over. */
async function work(): Promise<void> {
  await insist(drainEngine);
  await insist(async () => {
    advanceClock(LEASE_MS);
    await drainSender();
  });
  await insist(drainEngine);
}

/** Past every wait, date and retry. */
async function comeToRest(): Promise<void> {
  for (let step = 0; step < 18; step += 1) {
    advanceClock(6 * HOUR);
    await drainEngine();
    await drainSender();
    await drainEngine();
  }
}
