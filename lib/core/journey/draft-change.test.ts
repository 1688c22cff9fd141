// What a save changed, and what several saves changed together.
import { describe, expect, it } from 'vitest';
import { JourneyDocument } from './document';
import { draftChange, foldChanges, isUnchanged } from './draft-change';

function draft(
  names: Record<string, string>,
  more: { name?: string; reentry?: string; edges?: unknown[] } = {},
) {
  const nodes = Object.entries(names).map(([id, name]) => ({ id, name, type: 'exit', data: {} }));
  const { name = 'Welcome', reentry = 'once', edges = [] } = more;
  return { name, document: JourneyDocument.parse({ format: 1, nodes, edges, settings: { reentry } }) };
}

const none = { added: [], removed: [], changed: [], edges: false, settings: false, name: false };

describe('draftChange', () => {
  it('finds nothing between equal drafts', () => {
    const change = draftChange(draft({ nod_a: 'A' }), draft({ nod_a: 'A' }));
    expect(change).toEqual(none);
    expect(isUnchanged(change)).toBe(true);
  });

  it('names nodes that came, went and changed', () => {
    const change = draftChange(draft({ nod_a: 'A', nod_b: 'B' }), draft({ nod_a: 'A2', nod_c: 'C' }));
    expect(change).toEqual({ ...none, added: ['nod_c'], removed: ['nod_b'], changed: ['nod_a'] });
  });

  it.each([
    ['name', { name: 'Other' }],
    ['settings', { reentry: 'unlimited' }],
    ['edges', { edges: [{ from: 'nod_a', exit: 'next', to: 'nod_b' }] }],
  ])('notices a change of %s', (part, more) => {
    const change = draftChange(draft({}), draft({}, more));
    expect(change).toEqual({ ...none, [part]: true });
    expect(isUnchanged(change)).toBe(false);
  });
});

describe('foldChanges', () => {
  const states = [
    draft({ nod_a: 'A', nod_b: 'B', nod_c: 'C' }),
    draft({ nod_a: 'A2', nod_b: 'B', nod_d: 'D' }),
    draft({ nod_a: 'A2', nod_d: 'D2', nod_c: 'C2', nod_e: 'E' }, { name: 'Other' }),
    draft({ nod_a: 'A3', nod_d: 'D2', nod_c: 'C2' }, { name: 'Other', reentry: 'unlimited' }),
  ];

  it('sums up saves as one', () => {
    const changes = states.slice(1).map((after, index) => draftChange(states[index] ?? after, after));
    expect(foldChanges(changes)).toEqual({
      added: ['nod_d'],
      removed: ['nod_b'],
      changed: ['nod_a', 'nod_c'],
      edges: false,
      settings: true,
      name: true,
    });
  });

  it('forgets the change of a node that is gone', () => {
    const saves = [
      draftChange(draft({ nod_a: 'A' }), draft({ nod_a: 'B' })),
      draftChange(draft({ nod_a: 'B' }), draft({})),
    ];
    expect(foldChanges(saves)).toEqual({ ...none, removed: ['nod_a'] });
  });
});
