// One customer's passage, from the event to the mail after an hour, through whatever breaks on the way.
import { sql } from 'drizzle-orm';
import { advanceClock } from '../clock';
import { inWorkspace, rows } from '../db/transaction';
import { drainSender } from '../delivery/drain-sender';
import { drainEngine } from '../engine/run-engine';
import type { Break, Breaker } from './breaker';
import { type ClientLog, deliver } from './client';
import { judgePassage } from './judge-passage';
import { mailShop } from './mail-shop';
import { NOBODY } from './mail-sink';
import { findSend, takeOver } from './peer';
import { POISON } from './poisoning';
import type { Shop } from './prepare-shop';
import type { RareStates } from './rare-states';
import type { Stand } from './stand';
import { watched } from './watched';
import type { SentEvent } from './workload';

const MINUTE_MS = 60_000;
const ROUNDS = 20;
const WATCHDOG_MS = 90_000;

export interface Passage {
  readonly passed: readonly string[];
  readonly fired: readonly Break[];
  readonly violations: readonly string[];
  readonly states: RareStates;
}

interface Scene {
  readonly stand: Stand;
  readonly breaker: Breaker;
  readonly shop: Shop;
  readonly log: ClientLog;
  readonly events: readonly SentEvent[];
  readonly violations: string[];
  zombiesRefused: number;
}

/** Plain; to an address that does not exist; with an event on which the engine fails. */
export const kinds = ['plain', 'nobody', 'poisoned'] as const;
export type Kind = (typeof kinds)[number];

export interface Plan {
  readonly breaks: readonly Break[];
  readonly kind: Kind;
}

let told = 0;

/** Rejects where the passage neither ends nor fails: then this process is stuck. */
export async function passage(stand: Stand, { breaks, kind }: Plan): Promise<Passage> {
  const { breaker, sink } = stand;
  const shop = await mailShop();
  const log: ClientLog = { accepted: new Set(), refused: new Map() };
  const events = eventsOf(kind);
  const scene: Scene = { stand, events, breaker, shop, log, violations: [], zombiesRefused: 0 };
  const before = new Map(sink.accepted);
  breaker.plant(breaks);
  await inTime(live(scene), breaks);
  breaker.lift();
  const { passed, fired } = breaker;
  const mails = new Map([...sink.accepted].filter(([id]) => !before.has(id)));
  const judged = await judgePassage(shop.workspaceId, { log, mails, fired, kind });
  return {
    passed,
    fired: fired.map(({ broken }) => broken),
    violations: [...scene.violations, ...judged.violations],
    states: { ...judged.states, zombiesRefused: scene.zombiesRefused },
  };
}

async function live(scene: Scene): Promise<void> {
  const { stand, breaker, shop, log, events, violations } = scene;
  const send = () => deliver(stand.url, shop.writeKey, events, log);
  await watched(breaker, send, send);
  await work(scene);
  advanceClock(50 * MINUTE_MS);
  await work(scene);
  if (await breaker.aside(() => findSend(shop.workspaceId))) violations.push('I6 the wait ended early');
  advanceClock(11 * MINUTE_MS);
  for (let round = 0; round < ROUNDS; round += 1) {
    await work(scene);
    if (!(await breaker.aside(() => isUnderWay(shop)))) return;
    advanceClock(5 * MINUTE_MS);
  }
  violations.push('I7 the passage came to no end');
}

/** Works until nothing is left, again after whatever broke. */
async function work(scene: Scene): Promise<void> {
  const { breaker, violations } = scene;
  for (let attempt = 0; attempt < ROUNDS; attempt += 1) {
    const isMoved = await watched(breaker, drainEngine, drainEngine);
    const isSent = await watchedSender(scene);
    if (isMoved && isSent) return;
  }
  violations.push('I7 the work went on breaking');
}

/** A sender that hangs is taken over by another process where there can be one, else by the next pass of its own. */
async function watchedSender(scene: Scene): Promise<boolean> {
  const { stand, breaker, shop, violations } = scene;
  let left: Awaited<ReturnType<typeof takeOver>> = null;
  const others = async () => {
    if (stand.engine === 'pglite') return drainSender();
    left = await breaker.aside(() => takeOver(stand, shop.workspaceId));
  };
  const isSent = await watched(breaker, drainSender, others);
  if (left === null) return isSent;
  const found = await breaker.aside(() => findSend(shop.workspaceId));
  if (JSON.stringify(found) === JSON.stringify(left)) scene.zombiesRefused += 1;
  else violations.push(`I2 a zombie made ${JSON.stringify(found)} of ${JSON.stringify(left)}`);
  return isSent;
}

export function eventsOf(kind: Kind): SentEvent[] {
  told += 1;
  const userId = `user-${told}`;
  const email = `${kind === 'nobody' ? NOBODY : 'user'}-${told}@shop.test`;
  const poison = { type: 'identify', messageId: `${POISON}-${told}-3`, userId, traits: { plan: 'pro' } };
  return [
    { type: 'identify', messageId: `identify-${told}-1`, userId, traits: { email } },
    { type: 'track', event: 'Page Liked', messageId: `track-${told}-2`, userId },
    ...(kind === 'poisoned' ? [poison] : []),
  ];
}

/** Whether an event is unworked, somebody waits, or a send is to be made. */
export async function isUnderWay({ workspaceId }: Shop): Promise<boolean> {
  const [found] = await inWorkspace(workspaceId, (tx) =>
    rows<{ isOpen: boolean }>(
      tx,
      sql`
        select exists (select from outbox where status in ('queued', 'started'))
          or exists (select from enrollments where status = 'waiting')
          or exists (
            select from events e join lanes l on l.workspace_id = e.workspace_id and l.lane = e.lane
            where e.seq > l.cursor) as "isOpen"`,
    ),
  );
  return found?.isOpen ?? false;
}

async function inTime(work: Promise<void>, breaks: readonly Break[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const watchdog = new Promise<never>((_, reject) => {
    const stuck = new Error(`Stuck after ${JSON.stringify(breaks)}`);
    timer = setTimeout(() => reject(stuck), WATCHDOG_MS);
  });
  await Promise.race([work, watchdog]).finally(() => clearTimeout(timer));
}
