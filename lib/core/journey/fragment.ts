// Steps cut out of a drawing, as text: to be copied within a journey, to another one, or to another workspace.
import { z } from 'zod';
import type { NodeId } from '../engine/program';
import { ok, type Result, refuse } from '../result';
import { textUpTo } from '../text';
import { Edge, type JourneyDocument, JourneyNode, MAX_EDGES, MAX_NODES } from './document';
import { type Reference, type ReferenceKind, referencesIn, withReferences } from './references';
import { parseJourney } from './text-form';

/** What the steps name of the workspace they were copied from, by id. */
const Names = z.record(z.string(), textUpTo(300));

/** `throughline` tells such a text from any other JSON. Only lines between the steps themselves are kept. */
export const Fragment = z.strictObject({
  throughline: z.literal('steps'),
  format: z.literal(1),
  nodes: z.array(JourneyNode).min(1).max(MAX_NODES),
  edges: z.array(Edge).max(MAX_EDGES).default([]),
  names: Names.default({}),
});
export type Fragment = z.infer<typeof Fragment>;

/** The named steps of a drawing in its order, and the lines between them. `nameOf` says what a reference is called. */
export function fragmentOf(
  document: JourneyDocument,
  ids: readonly NodeId[],
  nameOf: (reference: Reference) => string | undefined = () => undefined,
): Fragment {
  const wanted = new Set(ids);
  const nodes = document.nodes.filter(({ id }) => wanted.has(id));
  const edges = document.edges.filter(({ from, to }) => wanted.has(from) && wanted.has(to));
  const named = nodes.flatMap(referencesIn).map((reference) => [reference.id, nameOf(reference)] as const);
  const names = Object.fromEntries(
    named.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])),
  );
  return { throughline: 'steps', format: 1, nodes, edges, names };
}

export function fragmentText(fragment: Fragment): string {
  return `${JSON.stringify(fragment, null, 2)}\n`;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The steps in a text that was copied, or all steps of a whole journey. Refuses with `not-steps` what is neither: it is
 * somebody's other clipboard.
 */
export function readFragment(text: string): Result<Fragment> {
  const parsed = Fragment.safeParse(jsonIn(text));
  if (parsed.success) return ok(parsed.data);
  const journey = parseJourney(text);
  const isWhole = journey.ok && journey.value.nodes.length > 0;
  if (!isWhole) return refuse({ code: 'not-steps', message: 'There are no steps in this text.' });
  const { nodes, edges } = journey.value;
  return ok({ throughline: 'steps', format: 1, nodes, edges, names: {} });
}

/** The same steps under ids of their own, so that a copy never takes the place of what was copied. */
export function renewed(fragment: Fragment, freshId: () => NodeId): Fragment {
  const ids = new Map(fragment.nodes.map(({ id }) => [id, freshId()]));
  const now = (id: NodeId): NodeId => ids.get(id) ?? id;
  return {
    ...fragment,
    nodes: fragment.nodes.map(({ nudge: _nudge, ...node }) => ({ ...node, id: now(node.id) })),
    edges: fragment.edges.map(({ from, exit, to }) => ({ from: now(from), exit, to: now(to) })),
  };
}

export type KnownNames = Readonly<
  Record<ReferenceKind, readonly { readonly id: string; readonly name: string }[]>
>;

/**
 * The steps as another workspace can use them: what it does not have is looked for by its name. What is not found
 * stays as it is, and is a problem of its step.
 */
export function resolved(fragment: Fragment, known: KnownNames): Fragment {
  const lead = (kind: ReferenceKind, id: string): string => {
    const choices = known[kind];
    const name = fragment.names[id];
    if (name === undefined || choices.some((choice) => choice.id === id)) return id;
    return choices.find((choice) => choice.name === name)?.id ?? id;
  };
  // Ids of one kind take the place of ids of that kind, so the data is still that of its type.
  const nodes = fragment.nodes.map(
    (node) => ({ ...node, data: withReferences(node.data, lead) }) as JourneyNode,
  );
  return { ...fragment, nodes };
}
