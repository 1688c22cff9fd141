// A print of what an arm does: it changes when the arm does, and not when something behind all arms does.
import type { NodeId, Program } from '../engine/program';
import { hash53 } from '../hash';

/** By arm. What every arm comes to is not part of any of them. */
export function armPrints(program: Program, nodeId: NodeId): ReadonlyMap<string, string> {
  const arms = Object.entries(program.steps[nodeId]?.exits ?? {});
  const reached = new Map(arms.map(([arm, first]) => [arm, reachedFrom(program, first)]));
  const sets = [...reached.values()];
  return new Map(
    [...reached].map(([arm, nodes]) => {
      const own = [...nodes].filter((id) => !sets.every((one) => one.has(id)));
      const drawn = own.map((id) => [id, program.steps[id]]);
      return [arm, hash53(JSON.stringify(drawn)).toString(36)];
    }),
  );
}

/** In the order in which the arm comes to them. */
function reachedFrom({ steps }: Program, first: NodeId | null): Set<NodeId> {
  const reached = new Set<NodeId>();
  const open = [first];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (id === null || reached.has(id)) continue;
    reached.add(id);
    open.push(...Object.values(steps[id]?.exits ?? {}));
  }
  return reached;
}
