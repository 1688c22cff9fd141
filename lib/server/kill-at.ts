// Dies at a named crash point as if the plug were pulled: crash tests of a real process ask for it, with ALLOW_FAULTS=1.
import { z } from 'zod';
import { plantFaults } from './fault';

/** As in `before engine.commit 1`, or `after sender.start 1 since clock.travel`. */
export const KillAt = z
  .string()
  .regex(
    /^(before|after) \S+ [1-9]\d*( since \S+)?$/,
    'must be like “after engine.commit 1 since ingest.commit”',
  )
  .transform((text) => {
    const [side, point, pass, , since] = text.split(' ');
    return {
      side: side === 'before' ? ('before' as const) : ('after' as const),
      point,
      pass: Number(pass),
      since,
    };
  });
type KillAt = z.infer<typeof KillAt>;

/** Passings count from the start, or from when the point named last was passed. */
export function plantKill({ side, point, pass, since }: KillAt): void {
  let isArmed = since === undefined;
  let passed = 0;
  const arm = () => {
    isArmed = true;
  };
  plantFaults((name) => {
    if (!isArmed) return name === since ? { after: arm } : undefined;
    if (name !== point) return undefined;
    passed += 1;
    return passed < pass ? undefined : { [side]: () => void process.kill(process.pid, 'SIGKILL') };
  });
}
