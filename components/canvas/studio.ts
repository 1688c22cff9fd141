// The state of one sitting at a journey, and everything that can happen to it. Pure, so that it can be tested as it is.
import type { JourneyDetail, JourneyState, NodeCounts } from '@/lib/core/api/journey';
import type { NodeId } from '@/lib/core/engine/program';
import type { Id } from '@/lib/core/id';
import type { JourneyDocument, JourneyNode } from '@/lib/core/journey/document';
import { type Edit, edit } from '@/lib/core/journey/edit';
import type { ExitRef } from '@/lib/core/journey/graph';
import {
  currentDocument,
  type EditLabel,
  editLabel,
  type History,
  push,
  redo,
  startHistory,
  undo,
} from '@/lib/core/journey/undo';
import { isSameJson } from '@/lib/core/json';
import type { NodeType } from '@/lib/core/nodes/registry';
import type { KnownProblems } from './known-problems';
import { noProblems } from './known-problems';
import type { Saving } from './saving';

export interface Standing {
  readonly state: JourneyState;
  readonly liveVersion: number | null;
  /** The drawing customers go through now. */
  readonly live: JourneyDocument | null;
}

/** What the picker is open for: the exit the new step goes behind, or nothing, for a new trigger. */
export interface Adding {
  readonly after: ExitRef | null;
  /** Whether the picker also asks which exit, because it was opened for the whole step. */
  readonly mayChooseExit: boolean;
}

export interface Placing {
  readonly type: NodeType;
  readonly after: ExitRef;
}

export interface Studio {
  readonly id: Id<'jrn'>;
  readonly name: string;
  readonly priority: number;
  readonly history: History;
  /** The field being typed into: further edits of it belong to the same undo step. */
  readonly typing: string | null;
  readonly standing: Standing;
  readonly canEdit: boolean;
  /** The node the keyboard is at. */
  readonly selected: NodeId | null;
  /** Several nodes that are dealt with together; empty where it is only the one the keyboard is at. */
  readonly picked: readonly NodeId[];
  /** Whether the selected node is open in the drawer. */
  readonly isOpen: boolean;
  /** The field to go to, once the drawer is open: one with a problem, '' for the first, null to stay where the focus is. */
  readonly field: string | null;
  /** Where the settings of the journey are open: at a field, '' at their beginning, null while they are shut. */
  readonly settings: string | null;
  readonly adding: Adding | null;
  /** A step with several exits that is to go into a line: what came after goes on behind one of them, to be chosen. */
  readonly placing: Placing | null;
  /** Steps that are being dragged, and so may be led into another line. */
  readonly moving: readonly NodeId[];
  /** The type that is being dragged from the palette, and the way it, or what is moved, would land on. */
  readonly carried: NodeType | null;
  readonly landing: string | null;
  readonly problems: KnownProblems;
  readonly counts: NodeCounts;
  readonly saving: Saving;
}

export type Change = (studio: Studio) => Studio;

export function startStudio(journey: JourneyDetail, live: JourneyDocument | null, canEdit: boolean): Studio {
  const { id, name, priority, state, liveVersion, draftRevision, document } = journey;
  return {
    id,
    name,
    priority,
    history: startHistory(document),
    typing: null,
    standing: { state, liveVersion, live },
    canEdit,
    selected: null,
    picked: [],
    isOpen: false,
    field: null,
    settings: null,
    adding: null,
    placing: null,
    moving: [],
    carried: null,
    landing: null,
    problems: noProblems,
    counts: {},
    saving: { status: 'idle', stored: { revision: draftRevision, name, document } },
  };
}

export const documentOf = ({ history }: Studio): JourneyDocument => currentDocument(history);

const indexed = new WeakMap<JourneyDocument, ReadonlyMap<string, JourneyNode>>();

/** A node of the drawing on screen. Every card and line asks at every change, so each drawing is indexed once. */
export function nodeAt(studio: Studio, id: string | null): JourneyNode | undefined {
  const document = documentOf(studio);
  const nodes = indexed.get(document) ?? new Map(document.nodes.map((node) => [node.id, node]));
  indexed.set(document, nodes);
  return id === null ? undefined : nodes.get(id);
}

/** Whether publishing would change anything. Asked at every change of the sitting, so each pair is compared once. */
export function isUnpublished(studio: Studio): boolean {
  const { live } = studio.standing;
  const document = documentOf(studio);
  if (live === null) return true;
  const known = compared.get(document);
  if (known?.live === live) return known.isNew;
  const isNew = !isSameJson(live, document);
  compared.set(document, { live, isNew });
  return isNew;
}

const compared = new WeakMap<JourneyDocument, { readonly live: JourneyDocument; readonly isNew: boolean }>();

export const isReadOnly = ({ canEdit, standing }: Studio): boolean =>
  !canEdit || standing.state === 'archived';

/** Does an edit. Edits with the same `typing` key in a row are one step of undo. */
export function apply(change: Edit, typing: string | null = null): Change {
  return applyAll([change], typing);
}

/** Does several edits as one step of undo, which is named after the first. */
export function applyAll(changes: readonly Edit[], typing: string | null = null): Change {
  return (studio) => {
    const [first, ...rest] = changes;
    if (isReadOnly(studio) || first === undefined) return studio;
    const document = changes.reduce(edit, documentOf(studio));
    if (document === documentOf(studio)) return studio;
    const goesOn = typing !== null && typing === studio.typing;
    const history = goesOn ? undo(studio.history) : studio.history;
    const label = labelOf(currentDocument(history), document, [first, ...rest]);
    return settle({ ...studio, history: push(history, document, label), typing });
  };
}

/** Several edits of one kind are told as that many; others by the first of them. */
function labelOf(
  before: JourneyDocument,
  after: JourneyDocument,
  changes: readonly [Edit, ...Edit[]],
): EditLabel {
  const [first] = changes;
  const label = editLabel(before, after, first);
  const isOneKind = changes.length > 1 && changes.every(({ kind }) => kind === first.kind);
  return isOneKind ? { ...label, count: changes.length } : label;
}

/** The next edit of a field is a new step of undo. */
export const stopTyping: Change = (studio) => (studio.typing === null ? studio : { ...studio, typing: null });

export const undoEdit: Change = (studio) => travel(studio, undo);
export const redoEdit: Change = (studio) => travel(studio, redo);

function travel(studio: Studio, by: (history: History) => History): Studio {
  if (isReadOnly(studio)) return studio;
  return settle({ ...studio, history: by(studio.history), typing: null });
}

/** A node that is gone is neither selected nor open. */
function settle(studio: Studio): Studio {
  const isThere = (id: NodeId) => nodeAt(studio, id) !== undefined;
  const kept = studio.picked.every(isThere) ? studio : { ...studio, picked: studio.picked.filter(isThere) };
  const isGone = kept.selected !== null && !isThere(kept.selected);
  return isGone ? { ...kept, selected: null, isOpen: false, field: null } : kept;
}

export function select(selected: NodeId | null): Change {
  return (studio) =>
    studio.selected === selected && studio.field === null && studio.picked.length === 0
      ? studio
      : { ...studio, selected, field: null, picked: [] };
}

export function open(selected: NodeId, field: string | null = null): Change {
  return (studio) => settle({ ...studio, selected, isOpen: true, field, picked: [] });
}

export const close: Change = (studio) => (studio.isOpen ? { ...studio, isOpen: false, field: null } : studio);

export function openSettings(settings: string | null): Change {
  return (studio) => ({ ...studio, settings });
}

export function add(adding: Adding | null): Change {
  return (studio) => (isReadOnly(studio) ? studio : { ...studio, adding });
}

/** Asks behind which exit of a new step the line goes on. */
export function place(placing: Placing | null): Change {
  return (studio) => (isReadOnly(studio) ? studio : { ...studio, adding: null, placing });
}

export function rename(name: string): Change {
  return (studio) => (isReadOnly(studio) ? studio : { ...studio, name });
}

/** Puts another drawing in place of this one, e.g. what somebody else saved; undo brings this one back. */
export function replace(name: string, document: JourneyDocument): Change {
  return (studio) =>
    settle({
      ...studio,
      name,
      history: push(studio.history, document, { kind: 'opened', about: null }),
      typing: null,
    });
}

export function carry(carried: NodeType | null, landing: string | null = null): Change {
  return (studio) =>
    studio.carried === carried && studio.landing === landing ? studio : { ...studio, carried, landing };
}

export function move(moving: readonly NodeId[], landing: string | null = null): Change {
  return (studio) =>
    studio.moving === moving && studio.landing === landing ? studio : { ...studio, moving, landing };
}

export function stand(standing: Standing): Change {
  return (studio) => ({ ...studio, standing });
}
