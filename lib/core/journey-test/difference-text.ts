// A difference as a sentence, in the words of whoever shows it.
import type { ReasonCode } from '../engine/reason';
import type { Json, JsonObject } from '../json';
import type { Difference, DifferenceCode, DifferenceValue } from './difference';
import type { TestOutcome, TestSend } from './journey-test';

type NodeId = Extract<DifferenceValue, { kind: 'node' }>['node'];

/** The words of a language; every one gets its parts ready-made. */
export interface DifferenceWords {
  node(id: NodeId): string;
  exit(node: NodeId, exit: string): string;
  span(ms: number): string;
  channel(channel: TestSend['channel']): string;
  reason(code: ReasonCode): string;
  /** How a passage stands; `node` and `reason` are '' where they do not apply. */
  outcome(kind: TestOutcome['kind'], node: string, reason: string): string;
  fact(name: string, value: string): string;
  list(parts: readonly string[]): string;
  sentence(code: DifferenceCode, values: Readonly<Record<string, string | number>>): string;
}

export function differenceText({ code, values }: Difference, words: DifferenceWords): string {
  const said = Object.entries(values).map(([name, value]) => [name, valueText(value, words)] as const);
  const because = values.because?.kind === 'because' ? factsText(values.because.facts, words) : '';
  return words.sentence(code, {
    ...Object.fromEntries(said),
    facts: because,
    hasFacts: because === '' ? 'no' : 'yes',
  });
}

function valueText(value: DifferenceValue, words: DifferenceWords): string | number {
  switch (value.kind) {
    case 'node':
      return words.node(value.node);
    case 'exit':
      return words.exit(value.node, value.exit);
    case 'span':
      return words.span(value.ms);
    case 'count':
      return value.count;
    case 'channel':
      return words.channel(value.channel);
    case 'outcome':
      return outcomeText(value.outcome, words);
    case 'because':
      return words.reason(value.code);
  }
}

export function outcomeText(
  outcome: TestOutcome,
  words: Pick<DifferenceWords, 'node' | 'reason' | 'outcome'>,
): string {
  if (outcome.kind === 'waiting') return words.outcome('waiting', words.node(outcome.node), '');
  return words.outcome(outcome.kind, '', outcome.code === undefined ? '' : words.reason(outcome.code));
}

function factsText(facts: JsonObject, words: DifferenceWords): string {
  return words.list(Object.entries(facts).map(([name, value]) => words.fact(name, factText(value))));
}

const factText = (value: Json): string => (typeof value === 'string' ? `“${value}”` : JSON.stringify(value));
