// The name under which a node keeps something for later: `{{ saved.name }}` in texts, “Saved” in conditions.
import { textUpTo } from '../text';
import type { NodeProblem } from './define-node';
import { nodeError } from './node-error';

export const SavedName = textUpTo(60).default('');

/** Liquid must be able to say it. */
const plainWord = /^[A-Za-z][A-Za-z0-9_]*$/;

export function savedNameProblems(name: string, field: string): NodeProblem[] {
  return plainWord.test(name) ? [] : [nodeError('bad-saved-name', field)];
}
