// What the ways out of a branch or a split are called inside: a name for an exit that stays when they are renamed or moved.
import { z } from 'zod';
import type { NodeProblem } from './define-node';
import { nodeError } from './node-error';

export const WayId = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/,
    'must be 1 to 60 letters, digits, - or _, and begin with a letter or digit',
  );

/** Whose share of the customers is how large, in percent. */
interface Way {
  readonly id: string;
  readonly name: string;
  readonly percent: number;
}

const BUCKETS_PER_PERCENT = 100;

/** What is wrong with a list of ways and their shares; `taken` holds the exits that the node has besides. */
export function wayProblems(
  field: string,
  ways: readonly Way[],
  { least, taken = [] }: { readonly least: number; readonly taken?: readonly string[] },
): NodeProblem[] {
  if (ways.length < least) return [nodeError('too-few-ways', field, { least })];
  const seen = new Set(taken);
  const repeated = ways.flatMap(({ id, name }, index) => {
    const isRepeated = seen.has(id);
    seen.add(id);
    return isRepeated ? [nodeError('repeated-id', `${field}.${index}.id`, { name: name || id })] : [];
  });
  const sum = Math.round(ways.reduce((total, { percent }) => total + percent, 0) * 100) / 100;
  const isSound = ways.every(({ percent }) => percent >= 0 && percent <= 100) && sum === 100;
  return isSound ? repeated : [...repeated, nodeError('bad-weights', field, { sum })];
}

/** The way whose share a bucket (0 to 9,999) falls into; the last one takes what rounding leaves. */
export function wayAt<One extends Way>(ways: readonly One[], bucket: number): One | undefined {
  let end = 0;
  for (const way of ways) {
    end += way.percent * BUCKETS_PER_PERCENT;
    if (bucket < Math.round(end)) return way;
  }
  return ways.at(-1);
}

/** What a decision calls a way: by its name, else by its place as the canvas does, and never by its id. */
export function wayName(ways: readonly Way[], way: Way | undefined): string {
  return way === undefined ? '' : way.name || String(ways.indexOf(way) + 1);
}
