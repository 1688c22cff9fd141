// Putting several steps with the lines between them into a drawing, and moving or loosening steps that are there.
import type { NodeId } from '../engine/program';
import { type Edge, type JourneyDocument, JourneyNode } from './document';
import { canConnect, type ExitRef, exitsOf, findNode, isEntry, leavesBy } from './graph';
import { removeNode } from './remove-node';

/** `into` puts the steps behind an exit: what it led to comes after the last of them. */
export interface PasteNodes {
  readonly kind: 'paste';
  readonly nodes: readonly JourneyNode[];
  readonly edges: readonly Edge[];
  readonly into?: ExitRef;
}

export interface MoveNodes {
  readonly kind: 'move-nodes';
  readonly ids: readonly NodeId[];
  readonly into: ExitRef;
}

type Piece = Pick<JourneyDocument, 'nodes' | 'edges'>;

/** The step that others lead to: the first to which no line of the piece itself leads. Triggers are led to by nobody. */
export function headOf({ nodes, edges }: Piece): JourneyNode | undefined {
  const steps = nodes.filter((node) => !isEntry(node));
  return steps.find(({ id }) => !edges.some(({ from, to }) => to === id && from !== id)) ?? steps[0];
}

/** Where the piece goes on: the first exit that leads nowhere, walking down from the head by first exits. */
export function openEndOf(piece: Piece, head: JourneyNode): ExitRef | null {
  const seen = new Set<NodeId>();
  let node: JourneyNode | undefined = head;
  while (node !== undefined) {
    const from: NodeId = node.id;
    seen.add(from);
    const ways: ExitRef[] = exitsOf(node).map(({ id }) => ({ from, exit: id }));
    const free = ways.find((way) => !piece.edges.some(leavesBy(way)));
    if (free !== undefined) return free;
    const onward: Edge[] = ways.flatMap((way) => piece.edges.filter(leavesBy(way)));
    const next = onward.find(({ to }) => !seen.has(to))?.to;
    node = piece.nodes.find(({ id }) => id === next);
  }
  return null;
}

export function pasteNodes(document: JourneyDocument, { nodes, edges, into }: PasteNodes): JourneyDocument {
  const piece = soundPiece(nodes, edges);
  if (piece === null || piece.nodes.some(({ id }) => findNode(document, id) !== undefined)) return document;
  const added = {
    ...document,
    nodes: [...document.nodes, ...piece.nodes],
    edges: [...document.edges, ...piece.edges],
  };
  const head = headOf(piece);
  if (into === undefined || head === undefined) return added;
  if (findNode(document, into.from) === undefined || !canConnect(added, into, head.id)) return document;
  const leaves = leavesBy(into);
  const after = document.edges.find(leaves)?.to;
  const end = openEndOf(piece, head);
  const tail = after !== undefined && end !== null ? [{ ...end, to: after }] : [];
  return {
    ...added,
    edges: [
      ...added.edges.filter((edge) => !leaves(edge)),
      { from: into.from, exit: into.exit, to: head.id },
      ...tail,
    ],
  };
}

/** Parsed, with ids that differ and lines that a drawing may hold; null where something in it is no step. */
function soundPiece(nodes: readonly JourneyNode[], edges: readonly Edge[]): Piece | null {
  const parsed = nodes.map((node) => JourneyNode.safeParse(node));
  const sound = parsed.flatMap(({ success, data }) => (success ? [data] : []));
  if (sound.length === 0 || sound.length < nodes.length) return null;
  if (new Set(sound.map(({ id }) => id)).size < sound.length) return null;
  const bare = { format: 1 as const, nodes: sound, edges: [], settings: { reentry: 'once' as const } };
  const ways = new Set<string>();
  const kept = edges.filter(({ from, exit, to }) => {
    const way = `${from} ${exit}`;
    if (ways.has(way) || !canConnect(bare, { from, exit }, to)) return false;
    ways.add(way);
    return true;
  });
  return { nodes: sound, edges: kept };
}

/** The drawing with the line healed round some steps, and what was taken out of it. */
function takeOut(document: JourneyDocument, ids: readonly NodeId[]): { rest: JourneyDocument; piece: Piece } {
  const wanted = new Set(ids);
  const piece = {
    nodes: document.nodes.filter(({ id }) => wanted.has(id)),
    edges: document.edges.filter(({ from, to }) => wanted.has(from) && wanted.has(to)),
  };
  return { rest: ids.reduce(removeNode, document), piece };
}

/** Puts steps where they belong in the order of the drawing, which says what stands left of what. */
function inOrderOf(document: JourneyDocument, changed: JourneyDocument): JourneyDocument {
  const order = document.nodes.map(({ id }) => id);
  const nodes = [...changed.nodes].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return { ...changed, nodes };
}

/** Steps leave their line, which closes behind them, and join the one behind another exit. Triggers stay. */
export function moveNodes(document: JourneyDocument, { ids, into }: MoveNodes): JourneyDocument {
  const { rest, piece } = takeOut(document, ids);
  const isThere = document.edges.some((edge) => leavesBy(into)(edge) && ids.includes(edge.to));
  if (isThere || piece.nodes.length === 0 || piece.nodes.some(isEntry)) return document;
  const nodes = piece.nodes.map(({ nudge: _nudge, ...node }) => node);
  const moved = pasteNodes(rest, { kind: 'paste', nodes, edges: piece.edges, into });
  return moved === rest ? document : inOrderOf(document, moved);
}

/** Steps leave their line, which closes behind them, and stand by themselves with the lines between them. */
export function detachNodes(document: JourneyDocument, ids: readonly NodeId[]): JourneyDocument {
  const { rest, piece } = takeOut(document, ids);
  const isLoose = document.edges.every(({ from, to }) => ids.includes(from) === ids.includes(to));
  if (isLoose || piece.nodes.length === 0) return document;
  const loose = pasteNodes(rest, { kind: 'paste', ...piece });
  return loose === rest ? document : inOrderOf(document, loose);
}
