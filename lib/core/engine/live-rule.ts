// The versions and rules that are in force right now.
import type { Id } from '../id';
import type { Program, TriggerRule } from './program';

/** A published version that still matters: it lets people in, or somebody is inside. */
export interface LiveVersion {
  readonly journeyId: Id<'jrn'>;
  readonly version: number;
  readonly program: Program;
  /** Only the newest version of a live journey enrolls; older ones keep resuming those inside. */
  readonly isEnrolling: boolean;
}

export interface LiveRule extends TriggerRule {
  readonly journeyId: Id<'jrn'>;
  readonly version: number;
  /** Of its version. */
  readonly program: Program;
  /** The names of events and signals it listens for: its own, or all by which its condition may come true. */
  readonly listensFor: readonly string[];
  /** Its place among all rules: where several rules match one event, the lower one acts first. */
  readonly order: number;
}
