// What happened, taken as what is expected from now on.
import { type Duration, durationMs } from '../duration';
import type { Expected } from './journey-test';
import { pathStepOf, type Trace } from './trace';

export function expectationOf({ path, sends, ended, startsAt }: Trace): Expected {
  return {
    path: path.map(pathStepOf),
    sends: sends.map(({ node, channel, at }) => ({ node, channel, after: spanOf(at - startsAt) })),
    ended,
  };
}

/** The length as one would say it: in the largest unit that needs no fraction. */
export function spanOf(ms: number): Duration {
  const units = ['days', 'hours'] as const;
  const unit = units.find((name) => ms > 0 && ms % durationMs({ amount: 1, unit: name }) === 0) ?? 'minutes';
  return { amount: ms / durationMs({ amount: 1, unit }), unit };
}
