// The sends this process is working on. Their leases are kept alive, and they are never taken from it by its own clock.
import type { Command } from '@/lib/core/engine/enrollment';
import type { Id } from '@/lib/core/id';
import { inWorkspace } from '../db/transaction';
import { fault } from '../fault';
import { log } from '../log';
import { wake } from '../wake';
import { type Claimed, renewLeases } from './claim';

const BEAT_MS = 10_000;
const MOST = 128;
/** Webhooks wait for servers of others: they may not take every place. */
const MOST_WEBHOOKS = 80;

const inHand = new Map<string, Claimed>();

export function take(claimed: readonly Claimed[]): void {
  for (const row of claimed) inHand.set(row.id, row);
}

export function release(claimed: readonly Claimed[]): void {
  const wasFull = room().limit <= 0;
  for (const row of claimed) inHand.delete(row.id);
  if (wasFull) wake('sender');
}

export function idsInHand(workspaceId: Id<'wsp'>): string[] {
  return [...inHand.values()].filter((row) => row.workspaceId === workspaceId).map((row) => row.id);
}

/** How many more sends may be taken, and of which types. */
export function room(): { readonly limit: number; readonly types: readonly Command['type'][] } {
  const webhooks = [...inHand.values()].filter((row) => row.type === 'call-webhook').length;
  const messages = ['send-email', 'send-sms'] as const;
  return {
    limit: MOST - inHand.size,
    types: webhooks < MOST_WEBHOOKS ? [...messages, 'call-webhook'] : messages,
  };
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
