// What is unfinished in a condition, so that a journey never goes live with a test that can hold for nobody.

import { isDurationAllowed } from '../duration';
import type { NodeProblem } from '../nodes/define-node';
import { nodeError } from '../nodes/node-error';
import { type Condition, isGroup, type Leaf, type Test } from './condition';

const isCount = (count: number) => Number.isInteger(count) && count >= 0;

function isComplete(leaf: Leaf): boolean {
  switch (leaf.type) {
    case 'test':
      return isTestComplete(leaf);
    case 'event':
      return (
        leaf.event.trim() !== '' &&
        leaf.where.every((test) => test.subject === 'property' && isTestComplete(test))
      );
    case 'segment':
      return leaf.segmentId !== null;
    case 'product':
      return leaf.path.length === 0 ? leaf.sku.trim() !== '' : !leaf.path.includes('');
  }
}

function isTestComplete(test: Test): boolean {
  if (test.path.length === 0 || test.path.includes('')) return false;
  if (test.operator === 'is-set' || test.operator === 'is-not-set') return true;
  if (test.operator === 'one-of') return Array.isArray(test.value) && test.value.length > 0;
  return test.value !== undefined && test.value !== '' && !Array.isArray(test.value);
}

/** A finished line may still ask what cannot be: half an order, or an order since before the shop was there. */
function leafProblems(leaf: Leaf, field: string): NodeProblem[] {
  if (!isComplete(leaf)) return [nodeError('incomplete-condition', field)];
  if (leaf.type !== 'event') return [];
  if (!isCount(leaf.count)) return [nodeError('bad-count', field)];
  const isWindowAllowed = leaf.within === null || isDurationAllowed(leaf.within);
  return isWindowAllowed ? [] : [nodeError('bad-window', field)];
}

/**
 * The problems of a condition whose place in the node's data is `field`, each at the part it concerns
 * (e.g. `branches.0.condition.of.2`). A group without parts is a mistake, apart from an `all` at the top,
 * which is how "everybody" is written.
 */
export function conditionProblems(condition: Condition, field: string): NodeProblem[] {
  if (condition.type === 'all' && condition.of.length === 0) return [];
  return partProblems(condition, field);
}

function partProblems(condition: Condition, field: string): NodeProblem[] {
  if (!isGroup(condition)) return leafProblems(condition, field);
  if (condition.of.length === 0) return [nodeError('empty-condition', field)];
  return condition.of.flatMap((part, index) => partProblems(part, `${field}.of.${index}`));
}
