// What each gesture does, and that a stale one does nothing.
import { describe, expect, test } from 'vitest';
import type { Condition } from '../condition/condition';
import type { NodeId } from '../engine/program';
import { journey } from '../testing/build-journey';
import { type Edge, JourneyDocument, MAX_EDGES, MAX_NODES } from './document';
import { type Edit, edit } from './edit';

/** nod_1 trigger → nod_2 delay → nod_3 e-mail */
const line = journey().trigger('Signed up').delay(1, 'days').email('Hello').document();

const lines = ({ edges }: JourneyDocument) => edges.map(({ from, exit, to }) => `${from} ${exit} ${to}`);

const typeOf = ({ nodes }: JourneyDocument, id: NodeId) => nodes.find((node) => node.id === id)?.type;

function expectIgnored(document: JourneyDocument, change: Edit): void {
  expect(edit(document, change)).toBe(document);
}

describe('add-node', () => {
  test('puts a fresh node on the canvas', () => {
    const added = edit(line, { kind: 'add-node', id: 'nod_9', type: 'send-sms' });
    const data = { text: '', kind: 'marketing', category: '', maxLatenessHours: 24 };
    expect(added.nodes.at(-1)).toEqual({ id: 'nod_9', type: 'send-sms', name: '', data });
    expect(added.edges).toBe(line.edges);
  });

  test('takes data and a name, as a copy has them', () => {
    const copy = { kind: 'add-node', id: 'nod_9', type: 'delay', name: 'Wait', data: { amount: 2 } } as const;
    expect(edit(line, copy).nodes.at(-1)).toMatchObject({ name: 'Wait', data: { amount: 2, unit: 'hours' } });
  });

  test('into a line: what came after hangs on the first exit of the new node', () => {
    const into = { from: 'nod_1', exit: 'next' } as const;
    const added = edit(line, { kind: 'add-node', id: 'nod_9', type: 'wait-for-event', into });
    expect(lines(added)).toEqual(['nod_9 happened nod_2', 'nod_2 next nod_3', 'nod_1 next nod_9']);
  });

  test('at an open exit, and in front of nothing where the new node ends the journey', () => {
    const open = { from: 'nod_3', exit: 'next' } as const;
    expect(lines(edit(line, { kind: 'add-node', id: 'nod_9', type: 'exit', into: open }))).toEqual([
      ...lines(line),
      'nod_3 next nod_9',
    ]);
    const taken = { from: 'nod_2', exit: 'next' } as const;
    expect(lines(edit(line, { kind: 'add-node', id: 'nod_9', type: 'exit', into: taken }))).toEqual([
      'nod_1 next nod_2',
      'nod_2 next nod_9',
    ]);
  });

  test('not under a taken id, with foreign data, behind nothing, or as a trigger inside a line', () => {
    expectIgnored(line, { kind: 'add-node', id: 'nod_2', type: 'delay' });
    expectIgnored(line, { kind: 'add-node', id: 'nod_9', type: 'delay', data: { text: 'x' } });
    for (const into of [
      { from: 'nod_8', exit: 'next' },
      { from: 'nod_1', exit: 'happened' },
    ] as const) {
      expectIgnored(line, { kind: 'add-node', id: 'nod_9', type: 'delay', into });
    }
    const into = { from: 'nod_1', exit: 'next' } as const;
    expectIgnored(line, { kind: 'add-node', id: 'nod_9', type: 'event-trigger', into });
  });

  test('not beyond what a drawing holds', () => {
    const [trigger] = line.nodes;
    const nodes = Array.from({ length: MAX_NODES }, (_, index) => ({ ...trigger, id: `nod_${index}` }));
    const full = JourneyDocument.parse({ ...line, nodes, edges: [] });
    expectIgnored(full, { kind: 'add-node', id: 'nod_new', type: 'delay' });
  });
});

describe('connect and disconnect', () => {
  test('an exit leads to one node: connecting again leads elsewhere', () => {
    const connected = edit(line, { kind: 'connect', from: 'nod_1', exit: 'next', to: 'nod_3' });
    expect(lines(connected)).toEqual(['nod_2 next nod_3', 'nod_1 next nod_3']);
    expectIgnored(connected, { kind: 'connect', from: 'nod_1', exit: 'next', to: 'nod_3' });
  });

  test('mends an exit from which two lines were drawn', () => {
    const twice = { ...line, edges: [...line.edges, { from: 'nod_1', exit: 'next', to: 'nod_3' } as const] };
    expect(lines(edit(twice, { kind: 'connect', from: 'nod_1', exit: 'next', to: 'nod_3' }))).toEqual([
      'nod_2 next nod_3',
      'nod_1 next nod_3',
    ]);
  });

  test('disconnects', () => {
    const cut = edit(line, { kind: 'disconnect', from: 'nod_1', exit: 'next' });
    expect(lines(cut)).toEqual(['nod_2 next nod_3']);
    expectIgnored(cut, { kind: 'disconnect', from: 'nod_1', exit: 'next' });
  });

  test('not into a trigger, from or to a node that is gone, or by an exit that is not there', () => {
    expectIgnored(line, { kind: 'connect', from: 'nod_3', exit: 'next', to: 'nod_1' });
    expectIgnored(line, { kind: 'connect', from: 'nod_3', exit: 'next', to: 'nod_8' });
    expectIgnored(line, { kind: 'connect', from: 'nod_8', exit: 'next', to: 'nod_2' });
    expectIgnored(line, { kind: 'connect', from: 'nod_3', exit: 'timeout', to: 'nod_2' });
  });

  test('not beyond the lines a drawing holds', () => {
    const edges = Array.from({ length: MAX_EDGES }, (_, index): Edge => {
      return { from: 'nod_2', exit: `gone_${index}`, to: 'nod_3' };
    });
    expectIgnored({ ...line, edges }, { kind: 'connect', from: 'nod_1', exit: 'next', to: 'nod_2' });
  });
});

describe('remove-node', () => {
  test('heals the line', () => {
    const removed = edit(line, { kind: 'remove-node', id: 'nod_2' });
    expect(removed.nodes.map(({ id }) => id)).toEqual(['nod_1', 'nod_3']);
    expect(lines(removed)).toEqual(['nod_1 next nod_3']);
  });

  test('goes on where the first connected exit led, never back to itself', () => {
    const waiting = journey().trigger('Signed up').waitFor('Bought', { hours: 1 }).email('Hello').document();
    const looped = edit(waiting, { kind: 'connect', from: 'nod_2', exit: 'happened', to: 'nod_2' });
    expect(lines(edit(looped, { kind: 'remove-node', id: 'nod_2' }))).toEqual(['nod_1 next nod_3']);
  });

  test('a last node leaves an open exit, a first one a loose end', () => {
    expect(lines(edit(line, { kind: 'remove-node', id: 'nod_3' }))).toEqual(['nod_1 next nod_2']);
    expect(lines(edit(line, { kind: 'remove-node', id: 'nod_1' }))).toEqual(['nod_2 next nod_3']);
    expectIgnored(line, { kind: 'remove-node', id: 'nod_8' });
  });
});

describe('update-data', () => {
  test('takes the data whole', () => {
    const updated = edit(line, { kind: 'update-data', id: 'nod_2', data: { amount: 3, unit: 'days' } });
    expect(updated.nodes[1]?.data).toMatchObject({ amount: 3, unit: 'days' });
    expectIgnored(updated, { kind: 'update-data', id: 'nod_2', data: { unit: 'days', amount: 3 } });
  });

  test('lines that left by an exit go with it', () => {
    const yes: Condition = { type: 'test', subject: 'attribute', path: ['vip'], operator: 'is-set' };
    const branched = journey()
      .trigger('Signed up')
      .branch(yes, (path) => path.email('Dear'))
      .email('Hello')
      .document();
    expect(lines(branched)).toContain('nod_2 yes nod_3');
    const updated = edit(branched, { kind: 'update-data', id: 'nod_2', data: { branches: [] } });
    expect(lines(updated)).toEqual(['nod_1 next nod_2', 'nod_2 otherwise nod_4']);
  });

  test('not on a node that is gone, and not with data of another type', () => {
    expectIgnored(line, { kind: 'update-data', id: 'nod_8', data: {} });
    expectIgnored(line, { kind: 'update-data', id: 'nod_2', data: { subject: 'x' } });
  });
});

describe('names, places, settings', () => {
  test('renames', () => {
    const renamed = edit(line, { kind: 'rename-node', id: 'nod_2', name: 'A day later' });
    expect(renamed.nodes[1]?.name).toBe('A day later');
    expectIgnored(renamed, { kind: 'rename-node', id: 'nod_2', name: 'A day later' });
    expectIgnored(line, { kind: 'rename-node', id: 'nod_2', name: 'x'.repeat(121) });
  });

  test('nudges by whole pixels, and tidies up again', () => {
    const nudged = edit(line, { kind: 'nudge-node', id: 'nod_2', nudge: { x: 10.4, y: -0.2 } });
    expect(nudged.nodes[1]?.nudge).toStrictEqual({ x: 10, y: 0 });
    expectIgnored(line, { kind: 'nudge-node', id: 'nod_2', nudge: { x: Number.NaN, y: 0 } });
    expect(edit(nudged, { kind: 'tidy' })).toStrictEqual(line);
    expectIgnored(line, { kind: 'tidy' });
  });

  test('sets the settings', () => {
    const once = edit(line, { kind: 'set-settings', settings: { reentry: 'once' } });
    expect(once.settings).toEqual({ reentry: 'once' });
    expectIgnored(once, { kind: 'set-settings', settings: { reentry: 'once' } });
  });
});

test('a fresh node of every type can be added', () => {
  for (const type of ['event-trigger', 'branch', 'set-attribute', 'call-webhook', 'send-email'] as const) {
    expect(typeOf(edit(line, { kind: 'add-node', id: 'nod_9', type }), 'nod_9')).toBe(type);
  }
});
