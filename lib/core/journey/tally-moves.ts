// How many people a publish plan touches, as a whole and step by step: the preview before, the log after.
import { z } from 'zod';
import { idOf } from '../id';
import type { PlannedMove } from './plan-moves';

export const MoveCounts = z.object({
  stayed: z.number().int(),
  moved: z.number().int(),
  retimed: z.number().int(),
  exited: z.number().int(),
  atOnce: z.number().int().describe('How many of them the plan lets go on at once.'),
});
export type MoveCounts = z.infer<typeof MoveCounts>;

export const NodeTally = z.object({
  nodeId: idOf('nod'),
  step: z.enum(['same', 'changed', 'removed']),
  /** The versions these people are in. */
  versions: z.array(z.number().int()),
  people: z.number().int(),
  counts: MoveCounts,
});
export type NodeTally = z.infer<typeof NodeTally>;

export interface Tally {
  readonly people: number;
  readonly counts: MoveCounts;
  readonly nodes: readonly NodeTally[];
}

const none: MoveCounts = { stayed: 0, moved: 0, retimed: 0, exited: 0, atOnce: 0 };

export const emptyTally: Tally = { people: 0, counts: none, nodes: [] };

function counted(counts: MoveCounts, { fate, isAtOnce }: PlannedMove): MoveCounts {
  return { ...counts, [fate]: counts[fate] + 1, atOnce: counts.atOnce + Number(isAtOnce) };
}

function atNode(tally: NodeTally, move: PlannedMove): NodeTally {
  const versions = [...new Set([...tally.versions, move.before.version])].sort((a, b) => a - b);
  return { ...tally, versions, people: tally.people + 1, counts: counted(tally.counts, move) };
}

/** Adds moves to what was counted so far, so that any number of people can be counted in portions. */
export function tallyMoves(tally: Tally, moves: readonly PlannedMove[]): Tally {
  const nodes = new Map(tally.nodes.map((node) => [`${node.nodeId} ${node.step}`, node]));
  let { counts } = tally;
  for (const move of moves) {
    const { step, before } = move;
    counts = counted(counts, move);
    if (before.nodeId === null) continue;
    const place = `${before.nodeId} ${step}`;
    const fresh = { nodeId: before.nodeId, step, versions: [], people: 0, counts: none };
    nodes.set(place, atNode(nodes.get(place) ?? fresh, move));
  }
  return { people: tally.people + moves.length, counts, nodes: [...nodes.values()] };
}
