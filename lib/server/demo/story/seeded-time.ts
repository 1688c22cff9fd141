// Lets the product live through days that are over: its clock stands where the story is, and what it sends stays in the
// sandbox, whatever the operator has configured. Only while nothing else runs in this process.
import { advanceClock, now, setClockOffset } from '../../clock';
import { runtime, setRuntime } from '../../runtime';

export async function inSeededTime(live: (moveTo: (at: number) => void) => Promise<void>): Promise<void> {
  const before = runtime();
  const { clockOffsetMs } = before;
  setRuntime({ ...before, env: { ...before.env, smtpUrl: null } });
  try {
    await live((at) => advanceClock(at - now().getTime()));
  } finally {
    setRuntime(before);
    setClockOffset(clockOffsetMs);
  }
}
