// How a node type names what blocks publishing.
import type { ProblemCode } from '../journey/problem';
import type { NodeProblem } from './define-node';

/** A problem of grade `error` at a dotted path into the node's data; `params` fill its sentence. */
export function nodeError(code: ProblemCode, field: string, params?: NodeProblem['params']): NodeProblem {
  return params ? { code, grade: 'error', field, params } : { code, grade: 'error', field };
}
