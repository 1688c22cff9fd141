// What differs between two drawings of a journey, node by node and field by field, for eyes and as text.
import { z } from 'zod';
import { isSameJson, JsonSchema } from '../json';
import { Edge, type JourneyDocument, JourneyNode } from './document';

/** `path` is dotted, e.g. `data.branches.0.condition`; a side that does not have the field is left out. */
const FieldChange = z.object({
  path: z.string(),
  before: JsonSchema.optional(),
  after: JsonSchema.optional(),
});
export type FieldChange = z.infer<typeof FieldChange>;

export const JourneyDiff = z.object({
  added: z.array(JourneyNode),
  removed: z.array(JourneyNode),
  changed: z.array(z.object({ before: JourneyNode, after: JourneyNode, fields: z.array(FieldChange) })),
  /** Lines that are new, and lines that are gone. */
  connected: z.array(Edge),
  disconnected: z.array(Edge),
  settings: z.array(FieldChange),
});
export type JourneyDiff = z.infer<typeof JourneyDiff>;

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The innermost fields that differ. Lists are compared place by place. */
function fieldChanges(before: unknown, after: unknown, path: string): FieldChange[] {
  if (isSameJson(before, after)) return [];
  const isComparable = isContainer(before) && isContainer(after);
  if (!isComparable || Array.isArray(before) !== Array.isArray(after)) {
    // Documents hold nothing but JSON; an absent field is the one thing that is not.
    const sides = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
    return [{ path, ...sides } as FieldChange];
  }
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  const inner = (key: string) => (path === '' ? key : `${path}.${key}`);
  return keys.flatMap((key) => fieldChanges(old.get(key), now.get(key), inner(key)));
}

/** Where a card was moved to by hand means nothing to a customer. */
function meaning({ type, name, data }: JourneyNode) {
  return { type, name, data };
}

function missing(edges: readonly Edge[], others: readonly Edge[]): Edge[] {
  return edges.filter((edge) => !others.some((other) => isSameJson(edge, other)));
}

/** The difference between two drawings. The order of nodes and lines, and where cards stand, make none. */
export function journeyDiff(before: JourneyDocument, after: JourneyDocument): JourneyDiff {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  const changed: JourneyDiff['changed'] = [];
  for (const node of now.values()) {
    const was = old.get(node.id);
    const fields = was === undefined ? [] : fieldChanges(meaning(was), meaning(node), '');
    if (was !== undefined && fields.length > 0) changed.push({ before: was, after: node, fields });
  }
  return {
    added: [...now.values()].filter(({ id }) => !old.has(id)),
    removed: [...old.values()].filter(({ id }) => !now.has(id)),
    changed,
    connected: missing(after.edges, before.edges),
    disconnected: missing(before.edges, after.edges),
    settings: fieldChanges(before.settings, after.settings, ''),
  };
}

const named = ({ id, type, name }: JourneyNode) => `${id} (${type})${name === '' ? '' : ` ${name}`}`;
const line = ({ from, exit, to }: Edge) => `${from} ${exit} → ${to}`;
const side = (value: unknown) => (value === undefined ? '∅' : JSON.stringify(value));
const field = ({ path, before, after }: FieldChange) => `${path}: ${side(before)} → ${side(after)}`;

/** The difference as lines of text: `+` came, `-` went, `~` changed. Empty where nothing differs. */
export function diffText(diff: JourneyDiff): string {
  return [
    ...diff.removed.map((node) => `- ${named(node)}`),
    ...diff.added.map((node) => `+ ${named(node)}`),
    ...diff.changed.flatMap(({ after, fields }) =>
      fields.map((change) => `~ ${named(after)} ${field(change)}`),
    ),
    ...diff.disconnected.map((edge) => `- ${line(edge)}`),
    ...diff.connected.map((edge) => `+ ${line(edge)}`),
    ...diff.settings.map((change) => `~ settings.${field(change)}`),
  ].join('\n');
}
