// What compiles, what does not, and which problem says so.

import { describe, expect, test } from 'vitest';
import { NO_NEEDS } from '../condition/condition-needs';
import { DAY } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { compile } from './compile';
import { JourneyDocument } from './document';
import type { ProblemGrade } from './problem';

const vip = { type: 'test', subject: 'attribute', path: ['vip'], operator: 'is-set' } as const;

function drawing(nodes: object[], edges: string[] = []): JourneyDocument {
  const lines = edges.map((line) => {
    const [from, exit, to] = line.split(' ');
    return { from, exit, to };
  });
  return JourneyDocument.parse({ format: 1, nodes, edges: lines, settings: { reentry: 'unlimited' } });
}

const trigger = { id: 'nod_1', type: 'event-trigger', data: { event: 'Signed up' } };
const email = { id: 'nod_2', type: 'send-email', data: { subject: 'Hello', body: 'Hello' } };

/** `code node field` of every problem of the grade. */
function problems(document: JourneyDocument, grade: ProblemGrade = 'error'): string[] {
  return compile(document)
    .problems.filter((problem) => problem.grade === grade)
    .map(({ code, nodeId, field }) => [code, nodeId, field].filter((part) => part !== null).join(' '));
}

describe('a sound journey', () => {
  test('becomes steps and rules', () => {
    const document = journey('once')
      .trigger('Basket abandoned', { key: ['basket'] })
      .waitFor('Order placed', { hours: 1, key: ['basket'] }, (path) => path.exit())
      .email('Forgot something?')
      .document();
    const always = { label: '', ends: false };
    expect(compile(document).program).toEqual({
      format: 1,
      reentry: 'once',
      reentryAfterMs: 30 * DAY,
      concurrency: 'by-key',
      holdoutPercent: 0,
      startsAt: null,
      endsAt: null,
      needs: NO_NEEDS,
      steps: {
        nod_1: { type: 'event-trigger', data: document.nodes[0]?.data, exits: { next: 'nod_2' } },
        nod_2: {
          type: 'wait-for-event',
          data: document.nodes[1]?.data,
          exits: { happened: 'nod_3', timeout: 'nod_4' },
        },
        nod_3: { type: 'exit', data: { reason: '' }, exits: {} },
        nod_4: { type: 'send-email', data: document.nodes[3]?.data, exits: { next: null } },
      },
      rules: [
        {
          nodeId: 'nod_1',
          ...always,
          effect: 'enroll',
          on: 'event',
          event: 'Basket abandoned',
          filter: null,
          key: ['basket'],
          acceptsLate: false,
        },
        {
          nodeId: 'nod_2',
          ...always,
          effect: 'resume',
          on: 'event',
          event: 'Order placed',
          filter: null,
          key: ['basket'],
          acceptsLate: true,
        },
      ],
    });
  });

  test('has no errors, even where an exit is left open on purpose', () => {
    const document = journey().trigger('Basket').waitFor('Order', { hours: 1 }).email('Hello').document();
    expect(problems(document)).toEqual([]);
    expect(problems(document, 'warning')).toEqual([]);
  });
});

describe('structure', () => {
  test('a node twice, a line twice, a line to nowhere, a line into a trigger', () => {
    expect(problems(drawing([trigger, email, email], ['nod_1 next nod_2']))).toEqual([
      'duplicate-node nod_2',
    ]);
    expect(problems(drawing([trigger, email], ['nod_1 next nod_2', 'nod_1 next nod_2']))).toEqual([
      'duplicate-edge nod_1',
    ]);
    expect(
      problems(
        drawing(
          [trigger, email],
          [
            'nod_1 next nod_2',
            'nod_2 next nod_9',
            'nod_9 next nod_2',
            'nod_8 next nod_9',
            'nod_1 timeout nod_2',
          ],
        ),
      ),
    ).toEqual(['edge-to-nowhere nod_2', 'edge-to-nowhere nod_2', 'edge-to-nowhere', 'edge-to-nowhere nod_1']);
    expect(problems(drawing([trigger, email], ['nod_1 next nod_2', 'nod_2 next nod_1']))).toEqual([
      'edge-into-trigger nod_1',
    ]);
  });
});

describe('flow', () => {
  test('a journey needs a trigger, and the trigger a first step', () => {
    expect(problems(drawing([]))).toEqual(['no-trigger']);
    expect(problems(drawing([email]))).toEqual(['no-trigger']);
    expect(problems(drawing([trigger]))).toEqual(['trigger-goes-nowhere nod_1']);
  });

  test('every node must be within reach', () => {
    const stray = { ...email, id: 'nod_3' };
    expect(problems(drawing([trigger, email, stray], ['nod_1 next nod_2']))).toEqual([
      'unreachable-node nod_3',
    ]);
  });

  test('a branch needs a way for everybody else', () => {
    const branch = { id: 'nod_2', type: 'branch', data: { branches: [{ id: 'yes', condition: vip }] } };
    expect(problems(drawing([trigger, branch], ['nod_1 next nod_2']))).toEqual([
      'branch-without-default nod_2',
    ]);
  });

  test('waiting for nothing is probably a mistake', () => {
    expect(problems(journey().trigger('Order').delay(1, 'days').document(), 'warning')).toEqual([
      'exit-not-connected nod_2',
      'no-message',
    ]);
  });
});

describe('loops', () => {
  const webhook = (id: string, name = '') => ({
    id,
    name,
    type: 'call-webhook',
    data: { url: 'https://a.example' },
  });

  test('without a wait are refused, once each, by the names of their nodes', () => {
    const document = drawing(
      [trigger, webhook('nod_2', 'Tell'), webhook('nod_3'), webhook('nod_4'), webhook('nod_5')],
      ['nod_1 next nod_2', 'nod_2 next nod_3', 'nod_3 next nod_2', 'nod_4 next nod_5', 'nod_5 next nod_4'],
    );
    const loops = compile(document).problems.filter(({ code }) => code === 'cycle-without-wait');
    expect(loops.map(({ nodeId, params }) => [nodeId, params?.nodes])).toEqual([
      ['nod_2', 'Tell → call-webhook → Tell'],
      ['nod_4', 'call-webhook → call-webhook → call-webhook'],
    ]);
  });

  test('two that share a node are named once', () => {
    const fork = { id: 'nod_2', type: 'branch', data: { branches: [{ id: 'yes', condition: vip }] } };
    const document = drawing(
      [trigger, fork, webhook('nod_3'), webhook('nod_4')],
      [
        'nod_1 next nod_2',
        'nod_2 yes nod_3',
        'nod_2 otherwise nod_4',
        'nod_3 next nod_2',
        'nod_4 next nod_2',
      ],
    );
    expect(problems(document)).toEqual(['cycle-without-wait nod_2']);
  });

  test('with a wait are fine', () => {
    const delay = { id: 'nod_2', type: 'delay', data: {} };
    const document = drawing(
      [trigger, delay, { ...email, id: 'nod_3' }],
      ['nod_1 next nod_2', 'nod_2 next nod_3', 'nod_3 next nod_2'],
    );
    expect(problems(document)).toEqual([]);
  });
});

describe('advice', () => {
  test('a journey that says nothing, or says it all on one channel', () => {
    expect(problems(journey().trigger('Order').set('vip', true).document(), 'warning')).toEqual([
      'no-message',
    ]);
    expect(problems(journey().trigger('Order').email('Hello').document(), 'advice')).toEqual([
      'one-channel-only',
    ]);
    expect(problems(journey().trigger('Order').email('Hello').sms('Hello').document(), 'advice')).toEqual([]);
    expect(problems(drawing([trigger]), 'warning')).toEqual([]);
  });

  test('a wait that compares a key where there is none', () => {
    const keyed = { hours: 1, key: ['order'] };
    expect(
      problems(journey().trigger('Order').waitFor('Paid', keyed).email('Pay').document(), 'warning'),
    ).toEqual(['key-without-trigger-key nod_2 key']);
    const both = journey()
      .trigger('Order', { key: ['order'] })
      .waitFor('Paid', keyed)
      .email('Pay')
      .document();
    expect(problems(both, 'warning')).toEqual([]);
  });
});

test('problems of the data are named by node and field', () => {
  const empty = drawing(
    [
      { ...trigger, data: {} },
      { ...email, data: {} },
    ],
    ['nod_1 next nod_2'],
  );
  expect(problems(empty)).toEqual([
    'empty-event-name nod_1 event',
    'empty-subject nod_2 subject',
    'empty-body nod_2 body',
  ]);
  expect(compile(empty).program).toBeNull();
});
