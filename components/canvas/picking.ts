// Several steps at once: picking them, and what is done with all of them in one step of undo.
import type { NodeId } from '@/lib/core/engine/program';
import { type Fragment, fragmentOf, renewed } from '@/lib/core/journey/fragment';
import { type ExitRef, exitsOf, findNode, isEntry, leavesBy } from '@/lib/core/journey/graph';
import { headOf, openEndOf } from '@/lib/core/journey/paste-nodes';
import { addingAfter, newNodeId, removeStep } from './steps';
import { apply, applyAll, type Change, documentOf, isReadOnly, nodeAt, type Studio } from './studio';

const none: readonly NodeId[] = [];
const single = new Map<NodeId, readonly NodeId[]>();

/** What is dealt with together: what was picked, else the selected step. The same list while it is the same. */
export function pickedIn({ picked, selected }: Studio): readonly NodeId[] {
  if (picked.length > 0 || selected === null) return picked.length > 0 ? picked : none;
  const alone = single.get(selected) ?? [selected];
  single.set(selected, alone);
  return alone;
}

/** Adds a step to what is picked, or takes it away again. The keyboard goes with it. */
export function pick(id: NodeId): Change {
  return (studio) => {
    const before = pickedIn(studio);
    const picked = before.includes(id) ? before.filter((other) => other !== id) : [...before, id];
    return { ...studio, picked, selected: picked.at(-1) ?? null, isOpen: false, field: null };
  };
}

export function pickAll(ids: readonly NodeId[]): Change {
  return (studio) => ({ ...studio, picked: ids, selected: ids.at(-1) ?? null, isOpen: false, field: null });
}

export const pickEverything: Change = (studio) =>
  pickAll(documentOf(studio).nodes.map(({ id }) => id))(studio);

/** Takes steps away and heals each line; one step stays near, as it does when it goes alone. */
export function removePicked(ids: readonly NodeId[]): Change {
  return (studio) => {
    const [first] = ids;
    if (first !== undefined && ids.length === 1) return removeStep(first)(studio);
    const near = documentOf(studio).edges.find(
      ({ from, to }) => ids.includes(to) && !ids.includes(from),
    )?.from;
    const changed = applyAll(ids.map((id) => ({ kind: 'remove-node', id })))(studio);
    if (changed === studio) return studio;
    return { ...changed, picked: none, selected: near ?? null, isOpen: false, field: null };
  };
}

/** Takes steps out of their line, which closes behind them. They stay picked. */
export function detachPicked(ids: readonly NodeId[]): Change {
  return apply({ kind: 'detach-nodes', ids });
}

/**
 * Puts copied steps behind the selected step, or beside everything where none is selected or where only triggers were
 * copied. The copies are picked.
 */
export function pasteSteps(fragment: Fragment, after?: ExitRef | null): Change {
  return (studio) => {
    if (isReadOnly(studio)) return studio;
    const { nodes, edges } = renewed(fragment, newNodeId);
    const into = after === undefined ? addingAfter(studio, studio.selected)?.after : after;
    const isLedTo = into && nodes.some((node) => !isEntry(node));
    const pasted = apply({ kind: 'paste', nodes, edges, ...(isLedTo && { into }) })(studio);
    return pasted === studio ? studio : pickAll(nodes.map(({ id }) => id))(pasted);
  };
}

/** Copies of steps right behind them, the lines between them included. A trigger's copy leads to what the trigger does. */
export function duplicate(ids: readonly NodeId[]): Change {
  return (studio) => {
    const document = documentOf(studio);
    const piece = fragmentOf(document, ids);
    const head = headOf(piece);
    if (head === undefined || isEntry(head)) return duplicateTriggers(ids)(studio);
    return pasteSteps(piece, openEndOf(piece, head))(studio);
  };
}

function duplicateTriggers(ids: readonly NodeId[]): Change {
  return (studio) => {
    if (isReadOnly(studio)) return studio;
    const document = documentOf(studio);
    const { nodes } = renewed(fragmentOf(document, ids), newNodeId);
    const lines = nodes.flatMap(({ id }, index) => {
      const original = findNode(document, ids[index] ?? id);
      return (original ? exitsOf(original) : []).flatMap(({ id: exit }) => {
        const led = document.edges.find(leavesBy({ from: ids[index] ?? id, exit }));
        return led ? [{ kind: 'connect' as const, from: id, exit, to: led.to }] : [];
      });
    });
    const copied = applyAll([{ kind: 'paste', nodes, edges: [] }, ...lines])(studio);
    return copied === studio ? studio : pickAll(nodes.map(({ id }) => id))(copied);
  };
}

/** Triggers are led to by nobody, nothing is led behind itself, and what is there already need not be moved. */
export function mayMoveInto(studio: Studio, ids: readonly NodeId[], into: ExitRef): boolean {
  const led = documentOf(studio).edges.find(leavesBy(into))?.to;
  const isInside = ids.includes(into.from) || (led !== undefined && ids.includes(led));
  return !isInside && ids.every((id) => !isTrigger(studio, id));
}

function isTrigger(studio: Studio, id: NodeId): boolean {
  const node = nodeAt(studio, id);
  return node === undefined || isEntry(node);
}

/** Leads steps out of their line and into the one behind an exit. They stay picked. */
export function moveInto(ids: readonly NodeId[], into: ExitRef): Change {
  return apply({ kind: 'move-nodes', ids, into });
}
