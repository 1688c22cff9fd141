// What is wrong with the path of a key: an empty part names no property.
import type { NodeProblem } from './define-node';
import { nodeError } from './node-error';

export function keyProblem(key: readonly string[] | null): NodeProblem[] {
  const isOdd = key !== null && (key.length === 0 || key.includes(''));
  return isOdd ? [nodeError('incomplete-condition', 'key')] : [];
}
