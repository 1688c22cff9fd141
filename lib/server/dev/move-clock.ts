// Time travel for tests and demos: moves every clock, then waits until the workers have done what became due.
import { sql } from 'drizzle-orm';
import { workspaces } from '@/drizzle/schema';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { now, setClockOffset } from '../clock';
import { asSystem } from '../db/transaction';
import { settle } from '../engine/settle';
import { fault } from '../fault';
import { runtime } from '../runtime';

export async function moveClock(
  _actor: Actor,
  input: { readonly advanceMs: number },
): Promise<Result<{ now: string; isSettled: boolean }>> {
  const offsetMs = await fault('clock.travel', () => storeOffset(input.advanceMs));
  let isSettled: boolean;
  do {
    setClockOffset(offsetMs);
    isSettled = await settle();
    // A worker of this process that follows the stored clock may just have put an older reading back.
  } while (runtime().clockOffsetMs < offsetMs);
  return ok({ now: now().toISOString(), isSettled });
}

/** All workspaces share one clock, so they move together, and every worker reads the same offset. */
async function storeOffset(advanceMs: number): Promise<number> {
  const moved = await asSystem((tx) =>
    tx
      .update(workspaces)
      .set({ clockOffsetMs: sql`${workspaces.clockOffsetMs} + ${advanceMs}` })
      .returning({ offsetMs: workspaces.clockOffsetMs }),
  );
  return Math.max(...moved.map(({ offsetMs }) => offsetMs));
}
