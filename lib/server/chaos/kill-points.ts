// Where a real process is killed: at each point of the path, before and after its work, in each half of the path it lies on.
import { judgePassage } from './judge-passage';
import { pathPoints } from './points';
import type { RareStates } from './rare-states';

export interface KillPoint {
  readonly point: string;
  readonly side: 'before' | 'after';
  /** While the event is on its way, or once the hour is over. */
  readonly half: 'event' | 'timer';
}

export interface Killed {
  readonly isKilled: boolean;
  readonly violations: readonly string[];
  readonly states: RareStates;
}

export const killPoints: readonly KillPoint[] = pathPoints.flatMap((point) =>
  halvesOf(point).flatMap((half) => [
    { point, half, side: 'before' as const },
    { point, half, side: 'after' as const },
  ]),
);

function halvesOf(point: string): readonly KillPoint['half'][] {
  if (point.startsWith('ingest.')) return ['event'];
  return point.startsWith('sender.') || point.startsWith('records.') ? ['timer'] : ['event', 'timer'];
}

/** The environment of a process that is to die there. */
export function dyingEnv({ point, side }: KillPoint, since?: string): Record<string, string> {
  const from = since === undefined ? '' : ` since ${since}`;
  return { ALLOW_FAULTS: '1', FAULT_KILL_AT: `${side} ${point} 1${from}` };
}

type Judged = Parameters<typeof judgePassage>;

/** A process that works has its sender under way all the time, so a kill in the second half may leave a send unknown. */
export async function judgeKilled(
  workspaceId: Judged[0],
  { point, side, half }: KillPoint,
  { log, mails }: Pick<Judged[1], 'log' | 'mails'>,
  isKilled: boolean,
): Promise<Killed> {
  const way = side === 'before' ? 'throw' : 'lost';
  const before = half === 'timer' ? ['sender.start'] : [];
  const fired = isKilled ? [{ broken: { point, way, pass: 1 } as const, before }] : [];
  return { isKilled, ...(await judgePassage(workspaceId, { log, mails, kind: 'plain', fired })) };
}
