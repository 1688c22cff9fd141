// Decisions say why, not by which exit a node was left: a program that notes every exit the engine reads.
import type { NodeId, Program, Step } from '../engine/program';

export interface TakenExit {
  readonly node: NodeId;
  readonly exit: string;
}

/** The same program; every exit that is followed is added to `taken`, in order. */
export function watchExits(program: Program, taken: TakenExit[]): Program {
  const steps = Object.entries(program.steps).map(([id, step]) => {
    // The keys of `steps` are ids of nodes, which Object.entries widens to text.
    const node = id as NodeId;
    return [node, { ...step, exits: watched(step.exits, (exit) => taken.push({ node, exit })) }] as const;
  });
  return { ...program, steps: Object.fromEntries(steps) };
}

function watched(exits: Step['exits'], note: (exit: string) => void): Step['exits'] {
  const getters = Object.keys(exits).map((exit) => {
    const get = () => {
      note(exit);
      return exits[exit] ?? null;
    };
    return [exit, { get, enumerable: true }] as const;
  });
  return Object.defineProperties({}, Object.fromEntries(getters));
}
