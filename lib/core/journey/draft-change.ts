// What one save did to a draft, by node, so that a refused save can say what somebody else changed meanwhile.
import { z } from 'zod';
import { idOf } from '../id';
import type { JourneyDocument } from './document';

const NodeIds = z.array(idOf('nod'));

export const DraftChange = z.object({
  added: NodeIds,
  removed: NodeIds,
  changed: NodeIds,
  /** Whether lines between nodes were drawn or taken away. */
  edges: z.boolean(),
  settings: z.boolean(),
  name: z.boolean(),
});
export type DraftChange = z.infer<typeof DraftChange>;

interface Draft {
  readonly name: string;
  readonly document: JourneyDocument;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The difference between two drafts. Both must have been parsed, so that equal parts are written alike. */
export function draftChange(before: Draft, after: Draft): DraftChange {
  const old = new Map(before.document.nodes.map((node) => [node.id, node]));
  const kept = new Set(after.document.nodes.map((node) => node.id));
  const stays = after.document.nodes.filter((node) => old.has(node.id));
  return {
    added: [...kept].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !kept.has(id)),
    changed: stays.filter((node) => !same(node, old.get(node.id))).map((node) => node.id),
    edges: !same(before.document.edges, after.document.edges),
    settings: !same(before.document.settings, after.document.settings),
    name: before.name !== after.name,
  };
}

export function isUnchanged(change: DraftChange): boolean {
  const nodes = change.added.length + change.removed.length + change.changed.length;
  return nodes === 0 && !change.edges && !change.settings && !change.name;
}

/** Several saves in a row as one: what was added and removed again is not mentioned. */
export function foldChanges(changes: readonly DraftChange[]): DraftChange {
  const added = new Set<DraftChange['added'][number]>();
  const removed = new Set<DraftChange['added'][number]>();
  const changed = new Set<DraftChange['added'][number]>();
  for (const change of changes) {
    for (const id of change.added) (removed.delete(id) ? changed : added).add(id);
    for (const id of change.changed) if (!added.has(id)) changed.add(id);
    for (const id of change.removed) {
      changed.delete(id);
      if (!added.delete(id)) removed.add(id);
    }
  }
  return {
    added: [...added],
    removed: [...removed],
    changed: [...changed],
    edges: changes.some((change) => change.edges),
    settings: changes.some((change) => change.settings),
    name: changes.some((change) => change.name),
  };
}
