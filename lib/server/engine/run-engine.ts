// The engine's loop: serves batches and does a portion of every chore as long as there is work, then sleeps until it is
// woken or a timer may be due.
import { log } from '../log';
import { pause } from '../pause';
import { chores } from './chores';
import { serveBatch } from './serve-batch';

const IDLE_MS = 500;
const TROUBLE_MS = 1_000;

export async function runEngine(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const isWorked = await serveRound();
      if (!isWorked) await pause(IDLE_MS, signal, 'engine');
    } catch (error) {
      // The transaction rolled back: nothing is lost, the same batch is tried again.
      log.error({ error }, 'A batch failed and will be tried again');
      await pause(TROUBLE_MS, signal);
    }
  }
}

/** Works until nothing is pending or due. */
export async function drainEngine(): Promise<void> {
  while (await serveRound()) {
    // one round after another
  }
}

/** One batch and one portion of every chore. @returns whether any of them had work */
async function serveRound(): Promise<boolean> {
  let isWorked = await serveBatch();
  for (const chore of chores) isWorked = (await chore()) || isWorked;
  return isWorked;
}
