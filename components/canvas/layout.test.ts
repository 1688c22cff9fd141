// Laws of the automatic layout: nothing overlaps, paths keep their order, a lone path runs straight down.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, type Layout, type Line, layout } from './layout';

const box = (id: string): Box => ({ id, width: 264, height: 92 });
const line = (from: string, to: string, exit = 'next'): Line => ({
  id: `${from}/${exit}`,
  from,
  to,
  label: exit === 'next' ? { width: 28, height: 28 } : { width: 150, height: 60 },
});

function at(drawn: Layout, id: string) {
  const point = drawn.boxes.get(id);
  if (!point) throw new Error(`no box ${id}`);
  return point;
}

test('a lone path runs straight down', () => {
  const drawn = layout(['a', 'b', 'c'].map(box), [line('a', 'b'), line('b', 'c')]);
  expect(new Set(['a', 'b', 'c'].map((id) => at(drawn, id).x)).size).toBe(1);
  expect(at(drawn, 'b').y).toBeGreaterThan(at(drawn, 'a').y + 92);
});

test('the exits of a branch stand from left to right in drawing order, side by side', () => {
  const boxes = ['branch', 'z', 'a', 'm'].map(box);
  const drawn = layout(boxes, [line('branch', 'z', '1'), line('branch', 'a', '2'), line('branch', 'm', '3')]);
  const xs = ['z', 'a', 'm'].map((id) => at(drawn, id).x);
  expect(xs).toEqual([...xs].sort((a, b) => a - b));
  expect(new Set(['z', 'a', 'm'].map((id) => at(drawn, id).y)).size).toBe(1);
});

test('a join stands below the longest of its paths', () => {
  const boxes = ['branch', 'long', 'longer', 'short', 'join'].map(box);
  const drawn = layout(boxes, [
    line('branch', 'long', '1'),
    line('branch', 'short', '2'),
    line('long', 'longer'),
    line('longer', 'join'),
    line('short', 'join'),
  ]);
  expect(at(drawn, 'join').y).toBeGreaterThan(at(drawn, 'longer').y + 92);
  expect(at(drawn, 'short').y).toBe(at(drawn, 'long').y);
});

test('a loop does not push aside the path it leads back from', () => {
  const drawn = layout(['a', 'b', 'c'].map(box), [line('a', 'b'), line('b', 'c'), line('c', 'b')]);
  expect(new Set(['a', 'b', 'c'].map((id) => at(drawn, id).x)).size).toBe(1);
});

test('loops that lie inside each other have lanes of their own', () => {
  const boxes = ['a', 'b', 'c'].map(box);
  const drawn = layout(boxes, [line('a', 'b'), line('b', 'c', '1'), line('b', 'a', '2'), line('c', 'a')]);
  const lanes = ['b/2', 'c/next'].map((id) => drawn.lines.get(id)?.laneX ?? 0);
  expect(new Set(lanes).size).toBe(2);
});

test('the first box stays where it is, whatever is added', () => {
  const before = layout([box('a')], []);
  const after = layout(['a', 'b', 'c'].map(box), [line('a', 'b', '1'), line('a', 'c', '2')]);
  expect(at(after, 'a')).toEqual(at(before, 'a'));
});

test('a loop is drawn, its way back in a lane of its own', () => {
  const drawn = layout(['a', 'b'].map(box), [line('a', 'b'), line('b', 'a')]);
  const back = drawn.lines.get('b/next');
  expect(at(drawn, 'b').y).toBeGreaterThan(at(drawn, 'a').y);
  const beside = back && (back.laneX < at(drawn, 'a').x || back.laneX > at(drawn, 'a').x + 264);
  expect(beside).toBe(true);
});

/** Any graph whose edges leave by numbered exits, loops and joins included. */
const graphs = fc.integer({ min: 1, max: 25 }).chain((count) => {
  const id = fc.integer({ min: 0, max: count - 1 }).map((n) => `n${n}`);
  const lines = fc.uniqueArray(fc.record({ from: id, to: id, exit: fc.constantFrom('1', '2', 'next') }), {
    maxLength: count * 2,
    selector: ({ from, exit }) => `${from}/${exit}`,
  });
  return fc.record({ count: fc.constant(count), lines });
});

test('boxes and labels never overlap, whatever the graph', () => {
  fc.assert(
    fc.property(graphs, ({ count, lines }) => {
      const boxes = Array.from({ length: count }, (_, index) => box(`n${index}`));
      const ways = lines.map(({ from, to, exit }) => line(from, to, exit));
      const drawn = layout(boxes, ways);
      const areas = [
        ...boxes.map((it) => ({ ...at(drawn, it.id), width: it.width, height: it.height })),
        ...ways.map(({ id, label }) => {
          const centre = drawn.lines.get(id)?.label ?? { x: Number.NaN, y: Number.NaN };
          return { x: centre.x - label.width / 2, y: centre.y - label.height / 2, ...label };
        }),
      ];
      for (const [index, a] of areas.entries()) {
        for (const b of areas.slice(index + 1)) {
          const isApart =
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          expect(isApart).toBe(true);
        }
      }
    }),
  );
});
