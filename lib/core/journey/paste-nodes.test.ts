// Several steps at once: pasted into a line, moved to another one, taken out of it.
import { describe, expect, test } from 'vitest';
import type { NodeId } from '../engine/program';
import { journey } from '../testing/build-journey';
import type { JourneyDocument } from './document';
import { edit } from './edit';
import { fragmentOf, renewed } from './fragment';
import { headOf, openEndOf } from './paste-nodes';

/** nod_1 trigger → nod_2 delay → nod_3 e-mail → nod_4 delay */
const line = journey().trigger('Signed up').delay(1, 'days').email('Hello').delay(2, 'days').document();
/** nod_1 trigger → nod_2 wait, happened → nod_3 e-mail, time over → nod_4 e-mail */
const waiting = journey()
  .trigger('Looked')
  .waitFor('Bought', { hours: 1 }, (path) => path.email('Thanks'))
  .email('Come back')
  .document();

const lines = ({ edges }: Pick<JourneyDocument, 'edges'>) =>
  edges.map(({ from, exit, to }) => `${from} ${exit} ${to}`).sort();
const ids = ({ nodes }: JourneyDocument) => nodes.map(({ id }) => id);

function copyOf(document: JourneyDocument, from: readonly NodeId[]) {
  let count = 0;
  const { nodes, edges } = renewed(fragmentOf(document, from), () => `nod_copy${++count}`);
  return { kind: 'paste' as const, nodes, edges };
}

describe('paste', () => {
  test('stands by itself where nothing was pointed at', () => {
    const pasted = edit(line, copyOf(line, ['nod_2', 'nod_3']));
    expect(ids(pasted).slice(-2)).toEqual(['nod_copy1', 'nod_copy2']);
    expect(lines(pasted)).toEqual([...lines(line), 'nod_copy1 next nod_copy2'].sort());
  });

  test('into a line: what came after comes after the last of the steps', () => {
    const into = { from: 'nod_1', exit: 'next' } as const;
    const pasted = edit(line, { ...copyOf(line, ['nod_2', 'nod_3']), into });
    expect(lines(pasted)).toEqual(
      [
        'nod_1 next nod_copy1',
        'nod_copy1 next nod_copy2',
        'nod_copy2 next nod_2',
        'nod_2 next nod_3',
        'nod_3 next nod_4',
      ].sort(),
    );
  });

  test('triggers stand beside, and steps that end leave what came after loose', () => {
    const into = { from: 'nod_1', exit: 'next' } as const;
    expect(lines(edit(line, { ...copyOf(line, ['nod_1']), into }))).toEqual(lines(line));
    const ending = edit(line, { kind: 'add-node', id: 'nod_end', type: 'exit' });
    expect(lines(edit(line, { ...copyOf(ending, ['nod_end']), into }))).toEqual(
      ['nod_1 next nod_copy1', 'nod_2 next nod_3', 'nod_3 next nod_4'].sort(),
    );
  });

  test('refuses taken ids, the same id twice, no steps at all, what is no step, and a place that is gone', () => {
    const copy = copyOf(line, ['nod_2']);
    const [node] = copy.nodes;
    const gone = { from: 'nod_gone', exit: 'next' } as const;
    const broken = [
      fragmentOf(line, ['nod_2']),
      { nodes: [], edges: [] },
      { nodes: [...copy.nodes, ...copy.nodes], edges: [] },
      { nodes: node ? [{ ...node, name: 'x'.repeat(121) }] : [], edges: [] },
    ];
    for (const { nodes, edges } of broken) expect(edit(line, { kind: 'paste', nodes, edges })).toBe(line);
    expect(edit(line, { ...copy, into: gone })).toBe(line);
  });

  test('keeps no line that a drawing may not hold', () => {
    const copy = copyOf(line, ['nod_1', 'nod_2', 'nod_3']);
    const edges = [
      ...copy.edges,
      { from: 'nod_copy1', exit: 'next', to: 'nod_copy3' },
      { from: 'nod_copy2', exit: 'gone', to: 'nod_copy3' },
      { from: 'nod_copy3', exit: 'next', to: 'nod_copy1' },
      { from: 'nod_copy3', exit: 'next', to: 'nod_4' },
    ] as const;
    expect(lines(edit(line, { ...copy, edges }))).toEqual([...lines(line), ...lines(copy)].sort());
  });

  test('goes on at the first open exit, and nowhere from a ring', () => {
    const [head] = waiting.nodes.slice(1);
    if (head === undefined) throw new Error('no step');
    expect(openEndOf(waiting, head)).toEqual({ from: 'nod_3', exit: 'next' });
    const ring = edit(line, { kind: 'connect', from: 'nod_4', exit: 'next', to: 'nod_2' });
    const piece = fragmentOf(ring, ['nod_2', 'nod_3', 'nod_4']);
    expect(headOf(piece)?.id).toBe('nod_2');
    const first = headOf(piece);
    expect(first && openEndOf(piece, first)).toBeNull();
  });
});

describe('move', () => {
  test('steps leave their line, which closes behind them, and join another', () => {
    const into = { from: 'nod_3', exit: 'next' } as const;
    const moved = edit(line, { kind: 'move-nodes', ids: ['nod_2'], into });
    expect(lines(moved)).toEqual(['nod_1 next nod_3', 'nod_2 next nod_4', 'nod_3 next nod_2']);
    expect(ids(moved)).toEqual(ids(line));
  });

  test('several go together, at their automatic places', () => {
    const nudged = edit(line, { kind: 'nudge-node', id: 'nod_3', nudge: { x: 9, y: 9 } });
    const into = { from: 'nod_4', exit: 'next' } as const;
    const moved = edit(nudged, { kind: 'move-nodes', ids: ['nod_2', 'nod_3'], into });
    expect(lines(moved)).toEqual(['nod_1 next nod_4', 'nod_2 next nod_3', 'nod_4 next nod_2']);
    expect(moved.nodes.some(({ nudge }) => nudge !== undefined)).toBe(false);
  });

  test('not a trigger, not behind itself, not where it stands already, and nothing that is gone', () => {
    const into = { from: 'nod_3', exit: 'next' } as const;
    const still = [
      { ids: ['nod_1'], into },
      { ids: ['nod_3'], into },
      { ids: ['nod_4'], into },
      { ids: ['nod_gone'], into },
    ] as const;
    for (const move of still) expect(edit(line, { kind: 'move-nodes', ...move })).toBe(line);
  });
});

describe('detach', () => {
  test('the line closes behind what is taken out of it', () => {
    const loose = edit(line, { kind: 'detach-nodes', ids: ['nod_2', 'nod_3'] });
    expect(lines(loose)).toEqual(['nod_1 next nod_4', 'nod_2 next nod_3']);
    expect(ids(loose)).toEqual(ids(line));
    expect(edit(loose, { kind: 'detach-nodes', ids: ['nod_2', 'nod_3'] })).toBe(loose);
    expect(edit(line, { kind: 'detach-nodes', ids: [] })).toBe(line);
  });

  test('a drawing whose ids repeat stays as it is', () => {
    const twice = { ...line, nodes: [...line.nodes, ...line.nodes.slice(1, 2)] };
    expect(edit(twice, { kind: 'detach-nodes', ids: ['nod_2'] })).toBe(twice);
    expect(edit(twice, { kind: 'move-nodes', ids: ['nod_2'], into: { from: 'nod_3', exit: 'next' } })).toBe(
      twice,
    );
  });
});

test('what came after goes on behind the exit that was chosen, or hangs loose', () => {
  const into = { from: 'nod_1', exit: 'next' } as const;
  const inserted = (tail?: string | null) =>
    lines(
      edit(line, {
        kind: 'add-node',
        id: 'nod_9',
        type: 'wait-for-event',
        into,
        ...(tail !== undefined && { tail }),
      }),
    );
  expect(inserted()).toContain('nod_9 happened nod_2');
  expect(inserted('timeout')).toContain('nod_9 timeout nod_2');
  expect(inserted('gone')).toContain('nod_9 happened nod_2');
  expect(inserted(null)).toEqual(['nod_1 next nod_9', 'nod_2 next nod_3', 'nod_3 next nod_4']);
});
