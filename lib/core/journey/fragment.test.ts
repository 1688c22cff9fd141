// Steps as text: out of one drawing, into another, even in another workspace.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDocument } from '../testing/arbitrary-document';
import { journey } from '../testing/build-journey';
import { JourneyDocument } from './document';
import { fragmentOf, fragmentText, type KnownNames, readFragment, renewed, resolved } from './fragment';
import { referencesIn } from './references';
import { serializeJourney } from './text-form';

const member = { type: 'segment', segmentId: 'seg_old', isMember: true };
const drawing = JourneyDocument.parse({
  format: 1,
  nodes: [
    { id: 'nod_1', type: 'segment-trigger', data: { segmentId: 'seg_old' } },
    {
      id: 'nod_2',
      type: 'branch',
      data: { branches: [{ id: 'yes', condition: { type: 'all', of: [member] } }] },
      nudge: { x: 5, y: 5 },
    },
    { id: 'nod_3', type: 'issue-coupon', data: { poolId: 'cpl_old' } },
    { id: 'nod_4', type: 'start-journey', data: { journeyId: 'jrn_old' } },
  ],
  edges: [
    { from: 'nod_1', exit: 'next', to: 'nod_2' },
    { from: 'nod_2', exit: 'yes', to: 'nod_3' },
    { from: 'nod_3', exit: 'issued', to: 'nod_4' },
  ],
  settings: { reentry: 'once' },
});
const all = drawing.nodes.map(({ id }) => id);
const names: Readonly<Record<string, string>> = {
  seg_old: 'Regulars',
  cpl_old: 'Ten off',
  jrn_old: 'Thanks',
};

test('takes the steps and the lines between them', () => {
  const { nodes, edges } = fragmentOf(drawing, ['nod_3', 'nod_2']);
  expect(nodes.map(({ id }) => id)).toEqual(['nod_2', 'nod_3']);
  expect(edges).toEqual([{ from: 'nod_2', exit: 'yes', to: 'nod_3' }]);
});

test('what is copied from any drawing is read again as it was', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const piece = fragmentOf(
        document,
        document.nodes.map(({ id }) => id),
        ({ id }) => `of ${id}`,
      );
      const read = readFragment(fragmentText(piece));
      expect(read).toEqual(
        piece.nodes.length === 0 ? { ok: false, refusal: expect.anything() } : { ok: true, value: piece },
      );
    }),
  );
});

test('a whole journey counts as its steps; what is neither is refused', () => {
  const read = readFragment(serializeJourney(drawing));
  expect(read.ok && read.value.nodes).toEqual(drawing.nodes);
  for (const text of ['Dear Ana,', '{"a":1}', '[]', serializeJourney({ ...drawing, nodes: [], edges: [] })]) {
    expect(readFragment(text)).toMatchObject({ ok: false, refusal: { code: 'not-steps' } });
  }
});

test('renewed steps share no id with what was copied, and stand at their automatic places', () => {
  let count = 0;
  const copy = renewed(fragmentOf(drawing, all), () => `nod_new${++count}`);
  expect(copy.nodes.map(({ id }) => id)).toEqual(['nod_new1', 'nod_new2', 'nod_new3', 'nod_new4']);
  expect(copy.edges[0]).toEqual({ from: 'nod_new1', exit: 'next', to: 'nod_new2' });
  expect(copy.nodes.some(({ nudge }) => nudge !== undefined)).toBe(false);
  const strange = { ...fragmentOf(drawing, ['nod_1']), edges: drawing.edges };
  expect(renewed(strange, () => 'nod_x').edges[2]?.to).toBe('nod_4');
});

test('says what a step names, and where', () => {
  expect(drawing.nodes.flatMap(referencesIn)).toEqual([
    { kind: 'segment', id: 'seg_old', field: 'segmentId' },
    { kind: 'segment', id: 'seg_old', field: 'branches.0.condition.of.0' },
    { kind: 'pool', id: 'cpl_old', field: 'poolId' },
    { kind: 'journey', id: 'jrn_old', field: 'journeyId' },
  ]);
  expect(journey().trigger('Looked').document().nodes.flatMap(referencesIn)).toEqual([]);
});

test('finds by name what another workspace has, keeps what is there, and leaves what is not', () => {
  const copied = fragmentOf(drawing, all, ({ id }) => names[id]);
  const known: KnownNames = {
    segment: [{ id: 'seg_new', name: 'Regulars' }],
    pool: [
      { id: 'cpl_new', name: 'Ten off' },
      { id: 'cpl_old', name: 'Twenty off' },
    ],
    journey: [],
  };
  const led = resolved(copied, known).nodes.flatMap(referencesIn);
  expect(led.map(({ id }) => id)).toEqual(['seg_new', 'seg_new', 'cpl_old', 'jrn_old']);
  const nameless = resolved(fragmentOf(drawing, all), known);
  expect(nameless.nodes).toEqual(fragmentOf(drawing, all).nodes);
});
