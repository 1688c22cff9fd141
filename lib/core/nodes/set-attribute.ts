// Data: writes one attribute of the customer, adds to it, or takes it away; every later node and journey sees it.
import { z } from 'zod';
import type { StepOutcome } from '../engine/enrollment';
import { type Json, valueAt } from '../json';
import { textUpTo } from '../text';
import { defineNode, type NodeProblem } from './define-node';
import { nodeError } from './node-error';

const LARGEST_STEP = 1_000_000_000;

const Data = z.strictObject({
  attribute: textUpTo(150).default(''),
  mode: z.enum(['set', 'increment', 'unset']).default('set'),
  /** The new value, or how much is added; nothing to `unset`. */
  value: z.union([textUpTo(1000), z.number(), z.boolean()]).default(''),
});
type Data = z.infer<typeof Data>;

function problems({ attribute, mode, value }: Data): NodeProblem[] {
  const own = attribute.trim() === '' ? [nodeError('empty-attribute-name', 'attribute')] : [];
  const isStep = typeof value === 'number' && Math.abs(value) <= LARGEST_STEP;
  if (mode !== 'increment' || isStep) return own;
  return [...own, nodeError('bad-number', 'value', { least: -LARGEST_STEP, most: LARGEST_STEP })];
}

function write(attribute: string, value: Json): StepOutcome {
  const code = value === null ? 'attribute-removed' : 'attribute-set';
  const inputs = value === null ? { attribute } : { attribute, value };
  return { kind: 'go', exit: 'next', code, inputs, set: { [attribute]: value } };
}

/** What is not there counts from nought; what is no number stays as it is. */
function increment({ attribute, value }: Data, current: Json): StepOutcome {
  const sum = typeof value === 'number' && typeof current === 'number' ? current + value : Number.NaN;
  if (Number.isFinite(sum)) return write(attribute, sum);
  return { kind: 'go', exit: 'next', code: 'attribute-unfit', inputs: { attribute, value: current } };
}

export const setAttribute = defineNode({
  type: 'set-attribute',
  family: 'data',
  data: Data,
  waits: false,
  setsOff: () => ['attribute-changed'],
  rule: () => [],
  exits: () => [{ id: 'next' }],
  compile: problems,
  step: (data, { moment }) => {
    const { attribute, mode, value } = data;
    if (mode === 'increment') return increment(data, valueAt(moment.attributes, [attribute]) ?? 0);
    return write(attribute, mode === 'unset' ? null : value);
  },
});
