// Every gesture on the canvas, as data, and what it does to the drawing.
import type { NodeId } from '../engine/program';
import { isSameJson } from '../json';
import type { Nudge } from '../nodes/registry';
import { type AddNode, addNode } from './add-node';
import { nudgeNode, renameNode, tidy, updateData } from './change-node';
import { type JourneyDocument, MAX_EDGES, MAX_NODES } from './document';
import { canConnect, type ExitRef, leavesBy } from './graph';
import { detachNodes, type MoveNodes, moveNodes, type PasteNodes, pasteNodes } from './paste-nodes';
import { removeNode } from './remove-node';

export type Edit =
  | AddNode
  | { readonly kind: 'connect'; readonly from: NodeId; readonly exit: string; readonly to: NodeId }
  | { readonly kind: 'disconnect'; readonly from: NodeId; readonly exit: string }
  | { readonly kind: 'remove-node'; readonly id: NodeId }
  | PasteNodes
  | MoveNodes
  | { readonly kind: 'detach-nodes'; readonly ids: readonly NodeId[] }
  | { readonly kind: 'update-data'; readonly id: NodeId; readonly data: unknown }
  | { readonly kind: 'rename-node'; readonly id: NodeId; readonly name: string }
  | { readonly kind: 'nudge-node'; readonly id: NodeId; readonly nudge: Nudge }
  | { readonly kind: 'tidy' }
  | { readonly kind: 'set-settings'; readonly settings: JourneyDocument['settings'] };

function connect(document: JourneyDocument, by: ExitRef, to: NodeId): JourneyDocument {
  if (!canConnect(document, by, to)) return document;
  const leaves = leavesBy(by);
  const current = document.edges.filter(leaves);
  if (current.length === 1 && current[0]?.to === to) return document;
  const kept = document.edges.filter((edge) => !leaves(edge));
  return { ...document, edges: [...kept, { from: by.from, exit: by.exit, to }] };
}

function disconnect(document: JourneyDocument, by: ExitRef): JourneyDocument {
  const leaves = leavesBy(by);
  if (!document.edges.some(leaves)) return document;
  return { ...document, edges: document.edges.filter((edge) => !leaves(edge)) };
}

function setSettings(document: JourneyDocument, settings: JourneyDocument['settings']): JourneyDocument {
  return isSameJson(settings, document.settings) ? document : { ...document, settings };
}

/**
 * The drawing after the edit. Never throws: an edit that no longer fits (its node is gone, its exit too, an id is taken,
 * the data is not of the node's type, the drawing is full) gives the very same document back, as does one that changes
 * nothing. Editing keeps a sound drawing sound: no edge to nowhere, none into a trigger, at most one per exit.
 */
export function edit(document: JourneyDocument, change: Edit): JourneyDocument {
  const edited = apply(document, change);
  return edited.nodes.length > MAX_NODES || edited.edges.length > MAX_EDGES ? document : edited;
}

function apply(document: JourneyDocument, change: Edit): JourneyDocument {
  switch (change.kind) {
    case 'add-node':
      return addNode(document, change);
    case 'connect':
      return connect(document, change, change.to);
    case 'disconnect':
      return disconnect(document, change);
    case 'remove-node':
      return removeNode(document, change.id);
    case 'paste':
      return pasteNodes(document, change);
    case 'move-nodes':
      return moveNodes(document, change);
    case 'detach-nodes':
      return detachNodes(document, change.ids);
    case 'update-data':
      return updateData(document, change.id, change.data);
    case 'rename-node':
      return renameNode(document, change.id, change.name);
    case 'nudge-node':
      return nudgeNode(document, change.id, change.nudge);
    case 'tidy':
      return tidy(document);
    case 'set-settings':
      return setSettings(document, change.settings);
  }
}
