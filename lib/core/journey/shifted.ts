// When a wait or a send of a journey that stood still comes, where everything is to come later by the length of the pause.
import type { NodeId, Program } from '../engine/program';
import { isNodeType, nodeOf } from '../nodes/registry';
import type { Standstill } from './resume-plan';

/** Instants are ms since 1970; `zone` is the customer's. */
export interface PendingWait {
  readonly program: Program | undefined;
  readonly nodeId: NodeId | null;
  readonly arrivedAt: number;
  readonly dueAt: number;
  readonly zone: string;
}

/**
 * The new end (ms) of a wait, never earlier than the old one. A length of time goes on where it stopped: at the pause, or
 * when the wait began, where that was later. A wait for the clock on the wall keeps to that clock.
 */
export function shiftedWait(wait: PendingWait, { pausedAt, now }: Standstill): number {
  const { program, nodeId, arrivedAt, dueAt, zone } = wait;
  const stoodMs = Math.max(0, now - Math.max(pausedAt, arrivedAt));
  const step = nodeId === null ? undefined : program?.steps[nodeId];
  // Who was put at a step and has yet to visit it waits for nothing yet.
  const isBegun = dueAt >= arrivedAt;
  const byWall =
    isBegun && step && isNodeType(step.type)
      ? nodeOf(step.type).resumes?.(step.data, { dueAt, stoodMs, now, zone })
      : null;
  return byWall ?? dueAt + stoodMs;
}

/** A send that was ready comes later by the pause; one that waits for a time still to come, say the morning, keeps it. */
export function shiftedSend(dueAt: number, { pausedAt, now }: Standstill): number {
  return dueAt > now ? dueAt : dueAt + Math.max(0, now - pausedAt);
}
