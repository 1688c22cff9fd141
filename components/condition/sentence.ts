// A condition as a sentence, so that nobody has to read a tree of boxes to know whom it means.
import {
  type ArmTest,
  type Condition,
  type ConsentTest,
  type DateTest,
  type EventTest,
  type Group,
  isGroup,
  type JourneyTest,
  type Leaf,
  type MessageTest,
  type ProductTest,
  type SampleTest,
  type SegmentTest,
  type SequenceTest,
  type Test,
} from '@/lib/core/condition/condition';

/** The words of a language; every one gets its parts ready-made. */
export interface ConditionWords {
  readonly everybody: string;
  test(test: Test, path: string, value: string): string;
  /** A test of the event's own property, where the event was already named. */
  own(test: Test, path: string, value: string): string;
  /** What the event's own properties must be, and those of an item of a list; empty where they do not matter. */
  event(test: EventTest, where: string, item: string): string;
  segment(test: SegmentTest): string;
  product(test: ProductTest, path: string): string;
  date(test: DateTest, path: string): string;
  /** What was done, with what its own properties must be. */
  deed(event: string, where: string): string;
  sequence(test: SequenceTest, first: string, next: string): string;
  sample(test: SampleTest): string;
  consent(test: ConsentTest): string;
  journey(test: JourneyTest): string;
  message(test: MessageTest): string;
  arm(test: ArmTest): string;
  value(value: string | number | boolean): string;
  list(parts: readonly string[], group: Group['type']): string;
  none(list: string): string;
  /** A group inside another one. */
  bracketed(list: string): string;
}

export function conditionSentence(condition: Condition, words: ConditionWords): string {
  return isGroup(condition) ? groupSentence(condition, words, false) : leafSentence(condition, words);
}

function groupSentence({ type, of }: Group, words: ConditionWords, isInner: boolean): string {
  if (of.length === 0) return words.everybody;
  const parts = of.map((part) =>
    isGroup(part) ? groupSentence(part, words, of.length > 1) : leafSentence(part, words),
  );
  const list = words.list(parts, type);
  if (type === 'none') return words.none(parts.length > 1 ? words.bracketed(list) : list);
  return isInner && parts.length > 1 ? words.bracketed(list) : list;
}

function leafSentence(leaf: Leaf, words: ConditionWords): string {
  switch (leaf.type) {
    case 'test':
      return words.test(leaf, leaf.path.join('.'), valueText(leaf, words));
    case 'event':
      return words.event(leaf, whereText(leaf.where, words), whereText(leaf.items?.where ?? [], words));
    case 'segment':
      return words.segment(leaf);
    case 'date':
      return words.date(leaf, leaf.path.join('.'));
    case 'sequence':
      return words.sequence(leaf, deedText(leaf.first, words), deedText(leaf.next, words));
    case 'sample':
      return words.sample(leaf);
    case 'consent':
      return words.consent(leaf);
    case 'journey':
      return words.journey(leaf);
    case 'message':
      return words.message(leaf);
    case 'arm':
      return words.arm(leaf);
    case 'product':
      return words.product(leaf, leaf.path.join('.'));
  }
}

function deedText({ event, where }: SequenceTest['first'], words: ConditionWords): string {
  return words.deed(event, whereText(where, words));
}

function whereText(where: readonly Test[], words: ConditionWords): string {
  if (where.length === 0) return '';
  const parts = where.map((test) => words.own(test, test.path.join('.'), valueText(test, words)));
  return words.list(parts, 'all');
}

function valueText({ operator, value }: Test, words: ConditionWords): string {
  if (value === undefined || value === '') return '…';
  if (!Array.isArray(value)) return words.value(value);
  const isEach = operator === 'contains-all';
  return value.length === 0 ? '…' : words.list(value.map(words.value), isEach ? 'all' : 'any');
}
