// Works until nothing is due any more, for tests and benchmarks. Where something breaks, it breaks here too.
import { pass } from './pass';

export async function drainSender(): Promise<void> {
  for (;;) {
    const { taken, running } = await pass();
    const failed = (await Promise.allSettled(running)).find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
    if (taken === 0) return;
  }
}
