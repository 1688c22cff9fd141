// What the difference of two drawings says, and that it says all of it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameJson } from '../json';
import { arbitraryDocument } from '../testing/arbitrary-document';
import { journey } from '../testing/build-journey';
import { diffText, journeyDiff } from './diff';
import { JourneyDocument } from './document';

const week = journey().trigger('Signed up').delay(7, 'days').email('Hello').document();

function drawn(change: Partial<Record<'nodes' | 'edges' | 'settings', unknown>>): JourneyDocument {
  return JourneyDocument.parse({ ...week, ...change });
}

describe('journeyDiff', () => {
  it('names the field that changed, with both values', () => {
    const diff = journeyDiff(week, journey().trigger('Signed up').delay(5, 'days').email('Hello').document());
    expect(diff).toMatchObject({ added: [], removed: [], connected: [], disconnected: [], settings: [] });
    expect(diff.changed).toMatchObject([
      { after: { id: 'nod_2' }, fields: [{ path: 'data.amount', before: 7, after: 5 }] },
    ]);
  });

  it('names nodes and lines that came and went, and settings', () => {
    const short = journey('once').trigger('Signed up').email('Hello').document();
    const diff = journeyDiff(week, short);
    expect(diff.removed.map(({ id }) => id)).toEqual(['nod_3']);
    expect(diff.changed[0]?.fields.map(({ path }) => path)).toContain('type');
    expect(diff.disconnected).toEqual([{ from: 'nod_2', exit: 'next', to: 'nod_3' }]);
    expect(diff.settings).toContainEqual({ path: 'reentry', before: 'unlimited', after: 'once' });
    expect(journeyDiff(short, week).added.map(({ id }) => id)).toEqual(['nod_3']);
    expect(journeyDiff(short, week).connected).toEqual(diff.disconnected);
  });

  it('does not mind where cards stand, nor in which order things are listed', () => {
    const nodes = week.nodes.map((node) => ({ ...node, nudge: { x: 5, y: 5 } })).reverse();
    const moved = journeyDiff(week, drawn({ nodes, edges: [...week.edges].reverse() }));
    expect(diffText(moved)).toBe('');
  });

  it('compares lists place by place, and says what has no counterpart', () => {
    const branches = (...ids: string[]) =>
      JourneyDocument.parse({
        ...week,
        nodes: [
          { id: 'nod_1', type: 'branch', name: 'Which?', data: { branches: ids.map((id) => ({ id })) } },
        ],
        edges: [],
      });
    const [change] = journeyDiff(branches('a'), branches('b', 'c')).changed;
    expect(change?.fields.map(({ path }) => path)).toEqual(['data.branches.0.id', 'data.branches.1']);
    expect(change?.fields[1]).not.toHaveProperty('before');
    const text = diffText(journeyDiff(branches('b', 'c'), branches('a')));
    expect(text).toContain('~ nod_1 (branch) Which? data.branches.0.id: "b" → "a"');
    expect(text).toContain('→ ∅');
  });

  it('finds nothing between a drawing and itself, and mirrors when turned round', () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, (a, b) => {
        expect(diffText(journeyDiff(a, a))).toBe('');
        const [there, back] = [journeyDiff(a, b), journeyDiff(b, a)];
        expect(there.added).toEqual(back.removed);
        expect(there.connected).toEqual(back.disconnected);
        expect(there.changed.length).toBe(back.changed.length);
        expect(there.settings.length === 0).toBe(isSameJson(a.settings, b.settings));
      }),
    );
  });

  it('writes one line of text for everything that differs', () => {
    const short = journey('once').trigger('Signed up').email('Hello').document();
    const lines = diffText(journeyDiff(week, short)).split('\n');
    expect(lines).toContain('- nod_3 (send-email)');
    expect(lines).toContain('- nod_2 next → nod_3');
    expect(lines.some((line) => line.startsWith('~ settings.reentry: "unlimited" → "once"'))).toBe(true);
    expect(diffText(journeyDiff(short, week))).toContain('+ nod_2 next → nod_3');
  });
});
