// Node data of every type: any that a draft may hold, and such that could be published.
import fc from 'fast-check';
import type { NodeData, NodeType } from '../nodes/registry';
import { arbitraryCondition, soundCondition } from './arbitrary-condition';
import { entryData } from './arbitrary-entry-data';
import { EVENT_NAMES } from './event-names';

type DataOf = { readonly [Type in NodeType]: fc.Arbitrary<NodeData<Type>> };

interface Pieces {
  readonly isDraft: boolean;
  readonly event: fc.Arbitrary<string>;
  readonly condition: fc.Arbitrary<NonNullable<NodeData<'event-trigger'>['filter']>>;
  readonly key: fc.Arbitrary<string[] | null>;
  readonly duration: fc.Arbitrary<NodeData<'delay'>>;
  readonly text: fc.Arbitrary<string>;
  readonly link: fc.Arbitrary<string>;
  readonly name: fc.Arbitrary<string>;
  readonly branchIds: fc.Arbitrary<string[]>;
}

const kind = fc.constantFrom('marketing' as const, 'transactional' as const);
const maxLatenessHours = fc.constantFrom(1, 24);
const category = fc.constantFrom('', 'Newsletter');
const value = fc.constantFrom<string | number | boolean>('p', 'q', 1, true);

function dataFrom(pieces: Pieces): DataOf {
  const { isDraft, event, condition, key, duration, text, link, name, branchIds } = pieces;
  const filter = fc.option(condition, { freq: 3 });
  const branches = branchIds.chain((ids) =>
    fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), name, condition }))),
  );
  const button = fc.option(fc.record({ label: text, url: link }), { freq: 3 });
  return {
    'event-trigger': fc.record({ event, filter, key, acceptsLate: fc.boolean() }),
    ...entryData({ event, filter, key, isDraft }),
    delay: duration,
    'wait-for-event': fc.record({ event, filter, key, timeout: duration }),
    branch: fc.record({ branches }),
    'send-email': fc.record({
      subject: text,
      preheader: name,
      body: text,
      button,
      kind,
      category,
      maxLatenessHours,
    }),
    'send-sms': fc.record({ text, kind, category, maxLatenessHours }),
    'call-webhook': fc.record({ url: link, body: name }),
    'set-attribute': fc.record({ attribute: fc.constantFrom('x', 'y', 'seen'), value }),
    exit: fc.constant({}),
  };
}

const text = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });

/** Half-typed and wrong included: empty names, bad links, durations of minus one, branches of one id. */
export const draftData = dataFrom({
  isDraft: true,
  event: fc.oneof(fc.constantFrom(...EVENT_NAMES), fc.constant('')),
  condition: arbitraryCondition,
  key: fc.constantFrom(null, [], [''], ['order']),
  duration: fc.record({
    amount: fc.oneof(fc.integer({ min: -1, max: 400 }), fc.constant(0.5)),
    unit: fc.constantFrom('minutes', 'hours', 'days'),
  }),
  text,
  link: fc.oneof(text, fc.constantFrom('https://shop.example', 'javascript:alert(1)', '{{ event.url }}')),
  name: text,
  branchIds: fc.array(fc.constantFrom('yes', 'no', 'otherwise', 'b1'), { maxLength: 4 }),
});

/** Data without problems, with waits of a few minutes and a vocabulary in which much matches. */
export const soundData = dataFrom({
  isDraft: false,
  event: fc.constantFrom(...EVENT_NAMES),
  condition: soundCondition,
  key: fc.constantFrom(null, null, ['order']),
  duration: fc.record({
    amount: fc.integer({ min: 1, max: 90 }),
    unit: fc.constantFrom('minutes', 'minutes', 'hours'),
  }),
  text: fc.constantFrom('Hello', 'Come back'),
  link: fc.constant('https://shop.example/hook'),
  name: fc.constantFrom('', 'Named'),
  branchIds: fc.constantFrom(['yes'], ['yes', 'no'], ['a', 'b', 'c']),
});
