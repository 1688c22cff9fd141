// What differed between what a journey test expects and what happened, as data: a code, its values, and where to look.
import type { NodeId } from '../engine/program';
import type { ReasonCode } from '../engine/reason';
import type { JsonObject } from '../json';
import type { TestOutcome, TestSend } from './journey-test';

/** Each has a sentence in the catalogue. */
export type DifferenceCode =
  | 'newer-release'
  | 'does-not-compile'
  | 'too-long'
  | 'other-exit'
  | 'did-not-leave'
  | 'other-node'
  | 'path-too-short'
  | 'path-too-long'
  | 'send-missing'
  | 'send-unexpected'
  | 'send-at-other-time'
  | 'ended-otherwise';

/** A value of a sentence, to be said in the words of whoever shows it. */
export type DifferenceValue =
  | { readonly kind: 'node'; readonly node: NodeId }
  | { readonly kind: 'exit'; readonly node: NodeId; readonly exit: string }
  | { readonly kind: 'span'; readonly ms: number }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'channel'; readonly channel: TestSend['channel'] }
  | { readonly kind: 'outcome'; readonly outcome: TestOutcome }
  /** Why: the reason of the decision, and the values it looked at. */
  | { readonly kind: 'because'; readonly code: ReasonCode; readonly facts: JsonObject };

export interface Difference {
  readonly code: DifferenceCode;
  /** Where on the canvas. */
  readonly nodeId: NodeId | null;
  /** Which step of the trace. */
  readonly step: number | null;
  readonly values: Readonly<Record<string, DifferenceValue>>;
}

/** Of a test that a newer release has saved. */
export const unreadable: Difference = { code: 'newer-release', nodeId: null, step: null, values: {} };

export type Verdict = { readonly passed: true } | { readonly passed: false; readonly difference: Difference };
