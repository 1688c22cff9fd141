// Undo and redo: the drawings of this sitting, each with the name of the edit that led to it.
import type { NodeId } from '../engine/program';
import type { JourneyDocument, JourneyNode } from './document';
import type { Edit } from './edit';
import { findNode } from './graph';

/** Names an entry in the undo menu; `opened` is the drawing the sitting started from. */
export interface EditLabel {
  readonly kind: Edit['kind'] | 'opened';
  /** The node that was edited; null where it was the drawing as a whole. */
  readonly about: JourneyNode | null;
  /** How many nodes, where it was several at once. */
  readonly count?: number;
}

interface Entry {
  readonly document: JourneyDocument;
  readonly label: EditLabel;
}

/** `entries[position]` is the drawing on screen; what lies behind it can be redone. */
export interface History {
  readonly entries: readonly Entry[];
  readonly position: number;
}

/** So many steps can be undone; older ones are forgotten. */
export const MAX_UNDO = 200;

export function startHistory(document: JourneyDocument): History {
  return { entries: [{ document, label: { kind: 'opened', about: null } }], position: 0 };
}

/** What an edit of this drawing is about: the node as it was, or the one that came; the first of several. */
export function editLabel(before: JourneyDocument, after: JourneyDocument, change: Edit): EditLabel {
  const { kind } = change;
  const ids = nodesOf(change);
  const [first] = ids;
  const about = first === undefined ? null : (findNode(before, first) ?? findNode(after, first) ?? null);
  return ids.length > 1 ? { kind, about, count: ids.length } : { kind, about };
}

function nodesOf(change: Edit): readonly NodeId[] {
  switch (change.kind) {
    case 'tidy':
    case 'set-settings':
      return [];
    case 'connect':
    case 'disconnect':
      return [change.from];
    case 'paste':
      return change.nodes.map(({ id }) => id);
    case 'move-nodes':
    case 'detach-nodes':
      return change.ids;
    default:
      return [change.id];
  }
}

/** Adds a drawing; what could be redone is gone. A drawing that is the current one adds nothing. */
export function push(history: History, document: JourneyDocument, label: EditLabel): History {
  if (document === currentDocument(history)) return history;
  const entries = [...history.entries.slice(0, history.position + 1), { document, label }].slice(
    -MAX_UNDO - 1,
  );
  return { entries, position: entries.length - 1 };
}

export function undo(history: History): History {
  return canUndo(history) ? { ...history, position: history.position - 1 } : history;
}

export function redo(history: History): History {
  return canRedo(history) ? { ...history, position: history.position + 1 } : history;
}

export function canUndo(history: History): boolean {
  return history.position > 0;
}

export function canRedo(history: History): boolean {
  return history.position < history.entries.length - 1;
}

/** The edit that `undo` would take back, or null. */
export function undoLabel(history: History): EditLabel | null {
  return canUndo(history) ? currentEntry(history).label : null;
}

/** The edit that `redo` would do again, or null. */
export function redoLabel(history: History): EditLabel | null {
  return history.entries[history.position + 1]?.label ?? null;
}

export function currentDocument(history: History): JourneyDocument {
  return currentEntry(history).document;
}

function currentEntry({ entries, position }: History): Entry {
  const entry = entries[position];
  if (entry === undefined) throw new Error('A history always holds the drawing at its position.');
  return entry;
}
