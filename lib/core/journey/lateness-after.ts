// How late a wait may end before what follows it is no longer worth sending.
import { z } from 'zod';
import type { NodeId, Program } from '../engine/program';
import { isNodeType, nodeOf } from '../nodes/registry';

const HOUR_MS = 3_600_000;
const Limited = z.looseObject({ maxLatenessHours: z.number() });

/** Time ends a wait by its `timeout` where it has one, else by any of its exits. */
function leavingByTime(exits: Program['steps'][NodeId]['exits']): (NodeId | null)[] {
  const { timeout } = exits;
  return timeout === undefined ? Object.values(exits) : [timeout];
}

/**
 * The longest lateness (ms) that any message allows which may follow the wait's end before the next wait; null where no
 * message follows. Later than that, nothing of it is sent.
 */
export function latenessAfter({ steps }: Program, waitsAt: NodeId): number | null {
  const reached = new Set(leavingByTime(steps[waitsAt]?.exits ?? {}));
  let longest: number | null = null;
  for (const id of reached) {
    const step = id === null ? undefined : steps[id];
    if (step === undefined || !isNodeType(step.type)) continue;
    const limited = Limited.safeParse(step.data);
    if (limited.success) longest = Math.max(longest ?? 0, limited.data.maxLatenessHours * HOUR_MS);
    if (!nodeOf(step.type).waits) for (const next of Object.values(step.exits)) reached.add(next);
  }
  return longest;
}
