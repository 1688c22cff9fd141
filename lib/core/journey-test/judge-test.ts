// Holds what happened against what was expected, and names the first decision that differed.
import { durationMs } from '../duration';
import { isSameJson, type JsonObject } from '../json';
import type { Difference, DifferenceCode, DifferenceValue, Verdict } from './difference';
import type { Expected, PathStep, TestOutcome, TestSend } from './journey-test';
import type { Trace, TracePlace } from './trace';

type Values = Difference['values'];

/** Path before sends before the end: what comes first in a passage explains what follows. */
export function judgeTest(trace: Trace, expected: Expected): Verdict {
  const difference =
    unrunnable(trace) ??
    pathDifference(trace, expected) ??
    sendDifference(trace, expected) ??
    endDifference(trace, expected);
  return difference === null ? { passed: true } : { passed: false, difference };
}

function differs(
  code: DifferenceCode,
  place: Pick<Difference, 'nodeId' | 'step'> | null,
  values: Values,
): Difference {
  return { code, nodeId: place?.nodeId ?? null, step: place?.step ?? null, values };
}

function unrunnable({ problems, isCut, steps }: Trace): Difference | null {
  const [first] = problems;
  if (first) {
    const place = { nodeId: first.nodeId, step: null };
    return differs('does-not-compile', place, { count: { kind: 'count', count: problems.length } });
  }
  return isCut ? differs('too-long', null, { count: { kind: 'count', count: steps.length } }) : null;
}

const node = (id: PathStep['node']): DifferenceValue => ({ kind: 'node', node: id });

function because({ steps }: Trace, place: TracePlace): Values {
  const own = steps.filter((_, index) => index === place.step);
  return Object.fromEntries(
    own.map(({ code, inputs }) => ['because', { kind: 'because', code, facts: factsOf(inputs) }] as const),
  );
}

/** Branches keep the values their conditions looked at under this name. */
function factsOf({ values }: JsonObject): JsonObject {
  return typeof values === 'object' && values !== null && !Array.isArray(values) ? values : {};
}

function pathDifference(trace: Trace, { path: wanted }: Expected): Difference | null {
  if (wanted === undefined) return null;
  const { path } = trace;
  for (const [index, expected] of wanted.entries()) {
    const difference = placeDifference(trace, path[index - 1], expected, path[index]);
    if (difference) return difference;
  }
  const [further] = path.slice(wanted.length);
  if (further === undefined) return null;
  return differs('path-too-long', at(further), { actual: node(further.node) });
}

const at = (place: TracePlace) => ({ nodeId: place.node, step: place.step });

function placeDifference(
  trace: Trace,
  before: TracePlace | undefined,
  expected: PathStep,
  actual: TracePlace | undefined,
): Difference | null {
  if (actual === undefined) {
    const place = before ? at(before) : { nodeId: expected.node, step: null };
    return differs('path-too-short', place, { expected: node(expected.node) });
  }
  if (actual.node !== expected.node) {
    return differs('other-node', at(before ?? actual), {
      expected: node(expected.node),
      actual: node(actual.node),
    });
  }
  const { exit } = expected;
  if (exit === undefined || exit === actual.exit) return null;
  const wanted = { node: node(actual.node), expected: exitValue(actual, exit), ...because(trace, actual) };
  if (actual.exit === null) return differs('did-not-leave', at(actual), wanted);
  return differs('other-exit', at(actual), { ...wanted, actual: exitValue(actual, actual.exit) });
}

const exitValue = (place: TracePlace, exit: string): DifferenceValue => ({
  kind: 'exit',
  node: place.node,
  exit,
});

function sendDifference(trace: Trace, { sends: wanted }: Expected): Difference | null {
  const isOf = (a: Pick<TestSend, 'node' | 'channel'>) => (b: Pick<TestSend, 'node' | 'channel'>) =>
    a.node === b.node && a.channel === b.channel;
  const place = (of: Pick<TestSend, 'node'>) => ({ nodeId: of.node, step: stepOf(trace, of.node) });
  const named = (of: Pick<TestSend, 'node' | 'channel'>): Values => ({
    node: node(of.node),
    channel: { kind: 'channel', channel: of.channel },
  });
  for (const [index, expected] of wanted.entries()) {
    const actual = trace.sends[index];
    if (actual && !isOf(expected)(actual) && !wanted.slice(index).some(isOf(actual))) {
      return differs('send-unexpected', place(actual), named(actual));
    }
    if (actual === undefined || !isOf(expected)(actual)) {
      return differs('send-missing', place(expected), named(expected));
    }
    const late = expected.after === undefined ? null : durationMs(expected.after);
    const took = actual.at - trace.startsAt;
    if (late === null || late === took) continue;
    const spans = { expected: { kind: 'span', ms: late }, actual: { kind: 'span', ms: took } } as const;
    return differs('send-at-other-time', place(actual), { ...named(actual), ...spans });
  }
  const more = trace.sends[wanted.length];
  return more === undefined ? null : differs('send-unexpected', place(more), named(more));
}

function stepOf({ steps }: Trace, id: PathStep['node']): number | null {
  const index = steps.findLastIndex(({ nodeId }) => nodeId === id);
  return index < 0 ? null : index;
}

function endDifference(trace: Trace, { ended: expected }: Expected): Difference | null {
  const { ended: actual, steps } = trace;
  if (expected === undefined || isMet(expected, actual)) return null;
  const last = steps.length - 1;
  const place = { nodeId: steps[last]?.nodeId ?? null, step: last < 0 ? null : last };
  return differs('ended-otherwise', place, {
    expected: { kind: 'outcome', outcome: expected },
    actual: { kind: 'outcome', outcome: actual },
  });
}

/** `never-entered` without a code means for whatever reason. */
function isMet(expected: TestOutcome, actual: TestOutcome): boolean {
  if (expected.kind === 'never-entered' && expected.code === undefined)
    return actual.kind === 'never-entered';
  return isSameJson(expected, actual);
}
