// A condition as a sentence, so that nobody has to read a tree of boxes to know whom it means.
import { type Condition, type Group, isGroup, type Leaf, type Test } from '@/lib/core/condition/condition';

/** The words of a language; every one gets its parts ready-made. */
export interface ConditionWords {
  readonly everybody: string;
  test(test: Test, path: string, value: string): string;
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
  return leaf.type === 'test' ? testSentence(leaf, words) : '…';
}

function testSentence(test: Test, words: ConditionWords): string {
  return words.test(test, test.path.join('.'), valueText(test.value, words));
}

function valueText(value: Test['value'], words: ConditionWords): string {
  if (value === undefined || value === '') return '…';
  if (!Array.isArray(value)) return words.value(value);
  return value.length === 0 ? '…' : words.list(value.map(words.value), 'any');
}
