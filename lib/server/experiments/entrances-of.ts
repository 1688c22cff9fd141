// What lets people into a journey, read from its steps as they are drawn or compiled.
import { eventTrigger } from '@/lib/core/nodes/event-trigger';
import { segmentTrigger } from '@/lib/core/nodes/segment-trigger';
import type { Entrances } from './load-baseline';

interface Step {
  readonly type: string;
  readonly data?: unknown;
}

export function entrancesOf(steps: readonly Step[]): Entrances {
  const moves = steps
    .filter(({ type }) => type === 'segment-trigger')
    .map(({ data }) => segmentTrigger.data.parse(data));
  const those = (wanted: 'entered' | 'left') =>
    moves.flatMap(({ on, segmentId }) => (on === wanted && segmentId !== null ? [segmentId] : []));
  return {
    events: steps.flatMap(({ type, data }) =>
      type === 'event-trigger' ? [eventTrigger.data.parse(data).event] : [],
    ),
    entered: those('entered'),
    left: those('left'),
  };
}
