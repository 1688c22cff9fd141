// What adding a step means, depending on where it is added.
import type { NodeId } from '@/lib/core/engine/program';
import { JourneyNode } from '@/lib/core/journey/document';
import type { Edit } from '@/lib/core/journey/edit';
import { canConnect, type ExitRef, exitsOf, findNode, leavesBy } from '@/lib/core/journey/graph';
import { type NodeType, nodeOf } from '@/lib/core/nodes/registry';
import {
  type Adding,
  add,
  apply,
  applyAll,
  type Change,
  close,
  documentOf,
  open,
  type Placing,
  place,
  type Studio,
  select,
} from './studio';

export function newNodeId(): NodeId {
  return `nod_${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`;
}

/**
 * Puts a new step behind an exit and opens it. A trigger goes beside instead, leading to what the exit leads to. Where
 * the step has several exits and something came after, it is asked first behind which of them that goes on.
 */
export function addStep(type: NodeType, after: ExitRef | null, id: NodeId = newNodeId()): Change {
  return (studio) => {
    const isEntry = nodeOf(type).family === 'entry';
    if (after === null && !isEntry) return studio;
    if (after !== null && !isEntry && leadsOn(studio, after) && exitsOf(freshStep(type)).length > 1) {
      return place({ type, after })(studio);
    }
    const edits = isEntry ? entryEdits(studio, type, after, id) : [stepEdit(type, after, id)];
    return added(edits, id)(studio);
  };
}

/** Puts the step where it was asked about; `tail` is the exit the line goes on behind, null leaves the rest loose. */
export function placeStep({ type, after }: Placing, tail: string | null, id: NodeId = newNodeId()): Change {
  return added([{ kind: 'add-node', id, type, into: after, tail }], id);
}

function added(edits: readonly Edit[], id: NodeId): Change {
  return (studio) => {
    const changed = applyAll(edits)(studio);
    const shut = place(null)(changed);
    // A full journey takes no further step.
    return changed === studio ? shut : open(id, '')(shut);
  };
}

/** What a step is before anybody has touched it. */
export function freshStep(type: NodeType): JourneyNode {
  return JourneyNode.parse({ id: 'nod_fresh', type, data: {} });
}

function stepEdit(type: NodeType, into: ExitRef | null, id: NodeId): Edit {
  return { kind: 'add-node', id, type, ...(into && { into }) };
}

function entryEdits(studio: Studio, type: NodeType, after: ExitRef | null, id: NodeId): Edit[] {
  const to = after && documentOf(studio).edges.find(leavesBy(after))?.to;
  const added = stepEdit(type, null, id);
  return to ? [added, { kind: 'connect', from: id, exit: 'next', to }] : [added];
}

/** The steps of the drawing an exit may be led to: not its own, and not the one it leads to already. */
export function stepsToLeadTo(studio: Studio, after: ExitRef): JourneyNode[] {
  const document = documentOf(studio);
  const led = document.edges.find(leavesBy(after))?.to;
  return document.nodes.filter(
    ({ id }) => id !== after.from && id !== led && canConnect(document, after, id),
  );
}

/** Leads an exit to a step that is there, as dragging its plus onto the card does, and stays where it was. */
export function leadTo(after: ExitRef, to: NodeId): Change {
  return (studio) => add(null)(select(after.from)(apply({ kind: 'connect', ...after, to })(studio)));
}

/** Takes a step away and stays near it: on the step before, else on the one after. */
export function removeStep(id: NodeId): Change {
  return (studio) => {
    const { edges } = documentOf(studio);
    const before = edges.find(({ to, from }) => to === id && from !== id)?.from;
    const near = before ?? edges.find(({ from, to }) => from === id && to !== id)?.to ?? null;
    const changed = apply({ kind: 'remove-node', id })(studio);
    return changed === studio ? studio : close(select(near)(changed));
  };
}

/** Which types the picker offers: an exit in the middle of a line would cut off everything after it. */
export function mayAdd(studio: Studio, type: NodeType, after: ExitRef | null): boolean {
  if (nodeOf(type).family === 'entry') return after === null || leadsOn(studio, after);
  return after !== null && (type !== 'exit' || !leadsOn(studio, after));
}

function leadsOn(studio: Studio, after: ExitRef): boolean {
  return documentOf(studio).edges.some(leavesBy(after));
}

/** Where `a` on a card adds: the first exit that leads nowhere, else the first. Null after a step without exits. */
export function addingAfter(studio: Studio, id: NodeId | null): Adding | null {
  const node = id && findNode(documentOf(studio), id);
  if (!node) return { after: null, mayChooseExit: false };
  const exits = exitsOf(node).map((exit): ExitRef => ({ from: node.id, exit: exit.id }));
  const after = exits.find((exit) => !leadsOn(studio, exit)) ?? exits[0];
  return after ? { after, mayChooseExit: exits.length > 1 } : null;
}
