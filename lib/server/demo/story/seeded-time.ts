// Lets the product live through days that are over, in a runtime of the story's own: its clock stands where the story is, and
// what it sends stays in the sandbox, whatever the operator has configured. Only while nothing else runs in this process.
import { advanceClock, now } from '../../clock';
import { runtime, setRuntime } from '../../runtime';

export async function inSeededTime(live: (moveTo: (at: number) => void) => Promise<void>): Promise<void> {
  const before = runtime();
  setRuntime({ ...before, env: { ...before.env, smtpUrl: null } });
  try {
    await live((at) => advanceClock(at - now().getTime()));
  } finally {
    setRuntime(before);
  }
}
