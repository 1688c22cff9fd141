// One drawing shows both, and everything that differs is marked.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDocument } from '../testing/arbitrary-document';
import { journey } from '../testing/build-journey';
import { diffText } from './diff';
import { drawnDiff, edgeKey, isSameDrawing } from './drawn-diff';

const long = journey().trigger('Signed up').delay(7, 'days').email('Hello').document();
const short = journey().trigger('Signed up').delay(5, 'days').document();

test('what is gone is still drawn, and marked, with the line that led there', () => {
  const { document, nodeMarks, edgeMarks } = drawnDiff(long, short);
  expect(document.nodes.map(({ id }) => id)).toEqual(['nod_1', 'nod_2', 'nod_3']);
  expect([...nodeMarks]).toEqual([
    ['nod_2', 'changed'],
    ['nod_3', 'removed'],
  ]);
  expect([...edgeMarks]).toEqual([['nod_2 next nod_3', 'removed']]);
  expect(document.nodes[1]?.data).toMatchObject({ amount: 5 });
});

test('what is new is marked as new', () => {
  const { nodeMarks, edgeMarks } = drawnDiff(short, long);
  expect(nodeMarks.get('nod_3')).toBe('added');
  expect([...edgeMarks]).toEqual([['nod_2 next nod_3', 'added']]);
});

test('cards that were moved about stand where the layout puts them, and make no difference', () => {
  const nodes = long.nodes.map((node) => ({ ...node, nudge: { x: 40, y: 4 } }));
  const drawn = drawnDiff(long, { ...long, nodes });
  expect(isSameDrawing(drawn)).toBe(true);
  expect(drawn.document.nodes.every((node) => node.nudge === undefined)).toBe(true);
});

test('settings alone make a difference that no card shows', () => {
  const once = journey('once').trigger('Signed up').delay(7, 'days').email('Hello').document();
  const drawn = drawnDiff(long, once);
  expect([drawn.nodeMarks.size, drawn.edgeMarks.size, isSameDrawing(drawn)]).toEqual([0, 0, false]);
});

test('every node and line of both is drawn, and marked unless both have it alike', () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryDocument, (before, after) => {
      const drawn = drawnDiff(before, after);
      const ids = new Set(drawn.document.nodes.map(({ id }) => id));
      for (const { id } of [...before.nodes, ...after.nodes]) expect(ids.has(id)).toBe(true);
      const [old, now] = [before, after].map(({ edges }) => new Set(edges.map(edgeKey)));
      for (const edge of drawn.document.edges) {
        const key = edgeKey(edge);
        const mark = now?.has(key) ? 'added' : 'removed';
        expect(drawn.edgeMarks.get(key)).toBe(old?.has(key) && now?.has(key) ? undefined : mark);
      }
      expect(isSameDrawing(drawn)).toBe(diffText(drawn.diff) === '');
    }),
  );
});
