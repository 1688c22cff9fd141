// The bounds of a wait, judged the same way wherever a node waits.
import { type Duration, isDurationAllowed } from '../duration';
import type { NodeProblem } from './define-node';
import { nodeError } from './node-error';

export function durationProblems(duration: Duration, field: string): NodeProblem[] {
  return isDurationAllowed(duration) ? [] : [nodeError('bad-duration', field)];
}
