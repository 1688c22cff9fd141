// The law of the projection: what React Flow is shown is the whole document and nothing but the document.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NodeId } from '@/lib/core/engine/program';
import { JourneyDocument } from '@/lib/core/journey/document';
import { exitsOf } from '@/lib/core/journey/graph';
import { nodeTypes } from '@/lib/core/nodes/registry';
import { fromFlow, nudgeOf, toFlow } from './flow';
import { openExitId } from './ways';

const idAt = (index: number): NodeId => `nod_${index}`;

const nudge = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
const drawnNode = fc.record({
  type: fc.constantFrom(...Object.keys(nodeTypes)),
  nudge: fc.option(nudge, { nil: undefined }),
});

/** Any document: nodes of every type, and for each exit nothing, a node, or a node that is not there. */
const documents = fc
  .array(drawnNode, { maxLength: 15 })
  .chain((drawn) => {
    const nodes = drawn.map(({ type, nudge }, index) => ({
      id: idAt(index),
      type,
      data: {},
      ...(nudge && { nudge }),
    }));
    const bare = JourneyDocument.parse({ format: 1, nodes, edges: [], settings: { reentry: 'once' } });
    const exits = bare.nodes.flatMap((node) => exitsOf(node).map(({ id }) => ({ from: node.id, exit: id })));
    const target = fc.option(fc.integer({ min: 0, max: nodes.length }), { nil: undefined });
    return fc.tuple(fc.constant(bare), fc.tuple(...exits.map((exit) => fc.tuple(fc.constant(exit), target))));
  })
  .map(([bare, ends]) => {
    const edges = ends.flatMap(([exit, to]) => (to === undefined ? [] : [{ ...exit, to: idAt(to) }]));
    return { ...bare, edges };
  });

test('a document comes back from its projection as it was', () => {
  fc.assert(
    fc.property(documents, fc.boolean(), (document, isCounted) => {
      expect(fromFlow(toFlow(document, isCounted), document.settings)).toEqual(document);
    }),
  );
});

test('every line that is drawn starts and ends at a box that is drawn', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const { nodes, edges } = toFlow(document, false);
      const boxes = new Set(nodes.map(({ id }) => id));
      expect(boxes.size).toBe(nodes.length);
      expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
      for (const { source, target } of edges)
        expect([boxes.has(source), boxes.has(target)]).toEqual([true, true]);
    }),
  );
});

test('every exit without an edge ends at a plus', () => {
  const document = JourneyDocument.parse({
    format: 1,
    nodes: [{ id: 'nod_wait', type: 'wait-for-event', data: {} }],
    edges: [],
    settings: { reentry: 'once' },
  });
  const { nodes } = toFlow(document, false);
  const ids = nodes.map(({ id }) => id);
  expect(ids).toEqual(['nod_wait', openExitId('nod_wait', 'happened'), openExitId('nod_wait', 'timeout')]);
});

test('a card that was dragged carries how far it stands from its place', () => {
  const document = JourneyDocument.parse({
    format: 1,
    nodes: [{ id: 'nod_wait', type: 'delay', data: {}, nudge: { x: 30, y: -5 } }],
    edges: [],
    settings: { reentry: 'once' },
  });
  const { nodes, edges } = toFlow(document, false);
  const [card] = nodes;
  if (card?.type !== 'step') throw new Error('no card');
  expect(nudgeOf(card)).toEqual({ x: 30, y: -5 });
  const dragged = { ...card, position: { x: card.position.x + 12, y: card.position.y } };
  const [moved] = fromFlow({ nodes: [dragged], edges }, document.settings).nodes;
  expect(moved?.nudge).toEqual({ x: 42, y: -5 });
});
