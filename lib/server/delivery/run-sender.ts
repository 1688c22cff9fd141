// The sender's loop: works while something is due, sleeps until it is woken, a place gets free, or a moment has passed.
import { closeLiquid } from '../channels/liquid';
import { closeChannels } from '../channels/registry';
import { log } from '../log';
import { onWake } from '../wake';
import { startHeartbeat } from './in-hand';
import { pass } from './pass';

/** What becomes due by time alone, a retry, is noticed within this. */
const LOOK_MS = 1_000;

export async function runSender(signal: AbortSignal): Promise<void> {
  const running = new Set<Promise<void>>();
  const bell = createBell(signal);
  const stopBeating = startHeartbeat();
  while (!signal.aborted) {
    const taken = await runPass(running, bell.ring);
    if (taken === 0) await bell.rung(LOOK_MS);
  }
  // What was started is carried to its end: a shutdown must leave no send unknown.
  await Promise.all(running);
  stopBeating();
  bell.remove();
  await Promise.all([closeChannels(), closeLiquid()]);
}

async function runPass(running: Set<Promise<void>>, ring: () => void): Promise<number> {
  try {
    const { taken, running: begun } = await pass();
    for (const work of begun) {
      const watched = work
        .catch((error: unknown) =>
          log.error({ error }, 'Sends could not be worked; their leases will run out'),
        )
        .finally(() => {
          running.delete(watched);
          ring();
        });
      running.add(watched);
    }
    return taken;
  } catch (error) {
    log.error({ error }, 'A pass of the sender failed');
    return 0;
  }
}

interface Bell {
  ring(): void;
  /** Resolves at the next ring, also one that was missed while nobody waited, or after the time. */
  rung(withinMs: number): Promise<void>;
  remove(): void;
}

function createBell(signal: AbortSignal): Bell {
  let isRinging = false;
  let answer = () => {};
  const ring = () => {
    isRinging = true;
    answer();
  };
  const stopListening = onWake('sender', ring);
  signal.addEventListener('abort', ring);
  return {
    ring,
    rung: async (withinMs) => {
      if (!isRinging) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, withinMs);
          answer = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isRinging = false;
    },
    remove: () => {
      stopListening();
      signal.removeEventListener('abort', ring);
    },
  };
}
