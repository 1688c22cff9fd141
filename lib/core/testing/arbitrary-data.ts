// Node data of every type: any that a draft may hold, and such that could be published.
import fc from 'fast-check';
import type { NodeData, NodeType } from '../nodes/registry';
import { arbitraryCondition, soundCondition, soundFactCondition } from './arbitrary-condition';
import { entryData } from './arbitrary-entry-data';
import { type StepPieces, stepData } from './arbitrary-step-data';
import { EVENT_NAMES } from './event-names';

type DataOf = { readonly [Type in NodeType]: fc.Arbitrary<NodeData<Type>> };

const kind = fc.constantFrom('marketing' as const, 'transactional' as const);
const maxLatenessHours = fc.constantFrom(1, 24);
const category = fc.constantFrom('', 'Newsletter');

function dataFrom(pieces: StepPieces): DataOf {
  const { isDraft, event, condition, key, text, link, name } = pieces;
  const filter = fc.option(condition, { freq: 3 });
  const button = fc.option(fc.record({ label: text, url: link }), { freq: 3 });
  return {
    'event-trigger': fc.record({ event, filter, key, acceptsLate: fc.boolean() }),
    ...entryData({ event, filter, key, isDraft }),
    ...stepData(pieces),
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
  };
}

const text = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });

/** Half-typed and wrong included: empty names, bad links, durations of minus one, branches of one id. */
export const draftData = dataFrom({
  isDraft: true,
  event: fc.oneof(fc.constantFrom(...EVENT_NAMES), fc.constant('')),
  condition: arbitraryCondition,
  factCondition: arbitraryCondition,
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
  factCondition: soundFactCondition,
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
