// What keeps a condition from being a segment's: what is unfinished, and what only an event at hand could answer.
import { type Condition, isGroup, type Leaf } from '../condition/condition';
import { conditionProblems } from '../condition/problems';
import type { NodeProblem } from '../nodes/define-node';
import { nodeError } from '../nodes/node-error';

/** The problems of a segment's condition, each at the part it concerns; `field` is the place of the whole. */
export function segmentProblems(condition: Condition, field: string): NodeProblem[] {
  return [...conditionProblems(condition, field), ...eventProblems(condition, field)];
}

function eventProblems(condition: Condition, field: string): NodeProblem[] {
  if (isGroup(condition)) {
    return condition.of.flatMap((part, index) => eventProblems(part, `${field}.of.${index}`));
  }
  return needsEvent(condition) ? [nodeError('needs-event', field)] : [];
}

/** A segment is about customers at any time: no event is at hand, and nobody is inside a journey. */
function needsEvent(leaf: Leaf): boolean {
  if (leaf.type === 'test' || leaf.type === 'date') return leaf.subject !== 'attribute';
  if (leaf.type === 'event') return leaf.sinceEntry;
  return leaf.type === 'product' && leaf.path.length > 0;
}
