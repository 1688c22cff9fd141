// Runs work that may hang: then its lease runs out, others try to take over, and it goes on as one that was given up.
import { advanceClock } from '../clock';
import { LEASE_MS } from '../delivery/claim';
import type { Breaker } from './breaker';

/** How long others may try: what hangs may hold what they need, so they may have to wait for it. */
const GRACE_MS = 150;

/** @returns whether the work ended well */
export async function watched(
  breaker: Breaker,
  run: () => Promise<unknown>,
  others: () => Promise<unknown>,
): Promise<boolean> {
  const all = [run()];
  for (;;) {
    const first = await Promise.race([Promise.allSettled(all), breaker.whenHung()]);
    if (first !== 'hung') return first[0]?.status === 'fulfilled';
    advanceClock(LEASE_MS + 1_000);
    const takingOver = others();
    all.push(takingOver);
    await Promise.race([Promise.allSettled([takingOver]), pause(GRACE_MS)]);
    breaker.release();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
