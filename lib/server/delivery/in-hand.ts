// The sends this process is working on. Their leases are kept alive, and they are never taken from it by its own clock.
import type { SendType } from '@/lib/core/engine/enrollment';
import type { Id } from '@/lib/core/id';
import { inWorkspace } from '../db/transaction';
import { fault } from '../fault';
import { log } from '../log';
import { wake } from '../wake';
import { type Claimed, type Room, renewLeases } from './claim';

const BEAT_MS = 10_000;
/** A send counts as begun from the moment it is taken up, so no more are taken up than are soon under way. */
const PLACES: Readonly<Record<SendType, number>> = {
  'send-email': 32,
  'send-sms': 32,
  'call-webhook': 64,
};
const TYPES = ['send-email', 'send-sms', 'call-webhook'] as const;

const inHand = new Map<string, Claimed>();

export function take(claimed: readonly Claimed[]): void {
  for (const row of claimed) inHand.set(row.id, row);
}

export function release(claimed: readonly Claimed[]): void {
  const before = rooms().length;
  for (const row of claimed) inHand.delete(row.id);
  if (rooms().length > before) wake('sender');
}

export function idsInHand(workspaceId: Id<'wsp'>): string[] {
  return [...inHand.values()].filter((row) => row.workspaceId === workspaceId).map((row) => row.id);
}

/** The types with at least half of their places free, so that work is taken in batches, and how many fit of each. */
export function rooms(): Room[] {
  const taken = { 'send-email': 0, 'send-sms': 0, 'call-webhook': 0 };
  for (const row of inHand.values()) taken[row.type] += 1;
  return TYPES.map((type) => ({ type, places: PLACES[type] - taken[type] })).filter(
    ({ type, places }) => places >= PLACES[type] / 2,
  );
}

/** Renews the leases of everything in hand every 10 seconds; returns the way to stop. */
export function startHeartbeat(): () => void {
  const timer = setInterval(() => void beat(), BEAT_MS);
  return () => clearInterval(timer);
}

export async function beat(): Promise<void> {
  const workspaces = new Set([...inHand.values()].map((row) => row.workspaceId));
  for (const workspaceId of workspaces) {
    const held = [...inHand.values()]
      .filter((row) => row.workspaceId === workspaceId)
      .map(({ id, fence }) => ({ id, fence }));
    try {
      await fault('sender.beat', () => inWorkspace(workspaceId, (tx) => renewLeases(tx, workspaceId, held)));
    } catch (error) {
      // The leases still have 20 seconds: the next beat may succeed.
      log.warn({ error, workspaceId }, 'Leases could not be renewed');
    }
  }
}
