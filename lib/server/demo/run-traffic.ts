// Live traffic: while the workspace's switch is on, the demo shop goes on where its history ended, two to five events a
// second, through the same door as every other shop.
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import { log } from '../log';
import { pause } from '../pause';
import { runtime } from '../runtime';
import { readCredentials } from './credentials';
import { workspaceOf } from './ensure-demo';
import { catalogueOfShop } from './shop/customers';
import { diceOf } from './shop/dice';
import { SEED } from './shop/history';
import type { ShopEvent } from './shop/shop-event';
import { type Crowd, nextScene } from './traffic/crowd';
import { postEvents } from './traffic/post-events';
import { accountOf, countCustomers, isTrafficLive } from './traffic/shop-accounts';

/** How often the switch is read; off means off within a second. */
const TICK_MS = 400;
const MEAN_GAP_MS = 1_800;
const PACE_MS = 5_000;
/** Those who are in the shop already when it is switched on, further along than the others. */
const OPENING_SCENES = 8;
const OPENING_PACE_MS = 1_500;
/** A clock that jumped (sleep, time travel) must not let everybody in at once. */
const JUMP_MS = 10_000;
const AFTER_TROUBLE_MS = 5_000;

/** Runs until the signal ends it; returns at once where there is no demo shop. */
export async function runTraffic(signal: AbortSignal): Promise<void> {
  const credentials = readCredentials(runtime().env.dataDir, 'finished');
  const workspaceId = credentials && (await workspaceOf(credentials));
  if (!workspaceId) return;
  while (!signal.aborted) {
    try {
      if (await isTrafficLive(workspaceId)) await openShop(workspaceId, credentials.writeKey, signal);
      await pause(TICK_MS, signal);
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ error }, 'Live traffic was interrupted');
      await pause(AFTER_TROUBLE_MS, signal);
    }
  }
}

/** Until the switch is off or the server refuses. */
async function openShop(workspaceId: Id<'wsp'>, writeKey: string, signal: AbortSignal): Promise<void> {
  const shop = { port: runtime().env.port, writeKey };
  const crowd = await crowdOf(workspaceId);
  let last = now().getTime();
  let nextAt = last;
  let coming = await openingOf(crowd, last);
  while (!signal.aborted && (await isTrafficLive(workspaceId))) {
    const moment = now().getTime();
    if (Math.abs(moment - last) > JUMP_MS) {
      coming = [];
      nextAt = moment;
    }
    last = moment;
    for (; nextAt <= moment; nextAt += crowd.dice.wait(MEAN_GAP_MS)) {
      coming.push(...(await nextScene(crowd, moment, PACE_MS)));
    }
    const due = coming.filter(({ at }) => at <= moment).sort((a, b) => a.at - b.at);
    coming = coming.filter(({ at }) => at > moment);
    if (due.length > 0) {
      const { status, refused } = await postEvents(shop, due, now(), signal);
      if (status !== 200) throw new Error(`The server answered ${status} to the demo shop's events.`);
      if (refused > 0) log.warn({ refused }, 'Events of the demo shop were refused');
    }
    await pause(TICK_MS, signal);
  }
}

async function crowdOf(workspaceId: Id<'wsp'>): Promise<Crowd> {
  return {
    dice: diceOf(`${SEED}/traffic ${now().getTime()}`),
    catalogue: catalogueOfShop(SEED),
    seed: SEED,
    customers: await countCustomers(workspaceId),
    accountOf: (shopper) => accountOf(workspaceId, shopper),
  };
}

async function openingOf(crowd: Crowd, at: number): Promise<ShopEvent[]> {
  const scenes: ShopEvent[] = [];
  for (let scene = 0; scene < OPENING_SCENES; scene += 1) {
    scenes.push(...(await nextScene(crowd, at, OPENING_PACE_MS)));
  }
  return scenes;
}
