// Verdicts and failed tests as sentences.
import { createFormatter, createTranslator } from 'next-intl';
import type { FailedTest as FailedTestEntry } from '@/lib/core/api/why';
import type { Leaf } from '@/lib/core/condition/condition';
import { isFixed } from '@/lib/core/condition/date-test';
import type { FailedTest } from '@/lib/core/condition/explain';
import type { Json, JsonObject } from '@/lib/core/json';
import { NonEntryCode, type VerdictCode } from '@/lib/core/reason/verdict';
import { catalogues } from '@/lib/i18n/catalogues';
import type why from '@/lib/i18n/en/why.json';
import { formats } from '@/lib/i18n/formats';
import { reasonOf } from '../customers/decision-entries';
import { perReader } from '../per-reader';
import { readerLocale } from '../reader';

const t = perReader((locale) => createTranslator({ locale, messages: catalogues[locale], namespace: 'why' }));
const format = perReader((locale) => createFormatter({ locale }));

export function failedEntry(test: FailedTest): FailedTestEntry {
  const { name, actual, shouldHold, isKnown, leaf } = test;
  const { operator, expected } = askedBy(leaf);
  const code = isKnown ? 'failed' : 'not-known-any-more';
  return { code, name, operator, expected, actual, shouldHold, sentence: testSentence(test) };
}

/** @param inputs of the decision, where one is stored; its sentence may name them */
export function verdictSentence(
  code: VerdictCode,
  inputs: JsonObject,
  failed: readonly { readonly sentence: string }[],
): string {
  const derived = NonEntryCode.safeParse(code);
  if (!derived.success) return reasonOf({ code: code as Exclude<VerdictCode, NonEntryCode>, inputs });
  if (derived.data !== 'filter-failed' || failed.length === 0) return t()(`verdicts.${derived.data}`);
  return t()('verdicts.filter-failed-on', { tests: failed.map(({ sentence }) => sentence).join(' ') });
}

export function noOccasion(): string {
  return t()('answers.no-occasion');
}

/** @param timeZone of the workspace, in which its people read times */
export function insideSentence(node: string, until: Date | null, timeZone: string): string {
  if (until === null) return t()('answers.inside', { node });
  const time = createFormatter({ locale: readerLocale(), timeZone }).dateTime(until, formats.dateTime.full);
  return t()('answers.inside-until', { node, until: time });
}

export function heldSentence(reason: string): string {
  return t()('answers.parked', { reason });
}

type Operator = keyof typeof why.wanted;

function askedBy(leaf: Leaf): { readonly operator: Operator; readonly expected: Json } {
  switch (leaf.type) {
    case 'test':
      return { operator: leaf.operator, expected: leaf.value ?? null };
    case 'event':
      return { operator: leaf.operator, expected: leaf.count };
    case 'segment':
      return { operator: 'equals', expected: leaf.isMember };
    case 'date':
      return { operator: leaf.operator, expected: isFixed(leaf) ? leaf.date : leaf.days };
    case 'consent':
      return { operator: 'equals', expected: leaf.state };
    case 'journey':
      return { operator: 'equals', expected: leaf.isSo };
    case 'message':
      return { operator: leaf.operator, expected: leaf.count };
    case 'arm':
      return { operator: 'equals', expected: leaf.isIn };
    case 'sequence':
    case 'sample':
      return { operator: 'equals', expected: true };
    case 'product':
      return { operator: leaf.operator, expected: leaf.value };
  }
}

function testSentence({ leaf, name, actual, shouldHold, isKnown }: FailedTest): string {
  const { operator, expected } = askedBy(leaf);
  const found = actual === null ? t()('found.nothing') : t()('found.value', { value: valueText(actual) });
  const wanted = t()(`${shouldHold ? 'wanted' : 'unwanted'}.${operator}`, { value: valueText(expected) });
  const subject = subjectOf(leaf, name);
  return isKnown ? t()('test', { subject, found, wanted }) : t()('forgotten', { subject, wanted });
}

function subjectOf(leaf: Leaf, name: string): string {
  // The dotted name begins with the kind of thing that was looked at.
  const rest = name.slice(name.indexOf('.') + 1);
  if (leaf.type === 'test' || leaf.type === 'date') return t()(`subjects.${leaf.subject}`, { name: rest });
  if (leaf.type === 'event' && leaf.measure) return t()('subjects.measured', { name: rest });
  if (leaf.type !== 'product') return t()(`subjects.${leaf.type}`, { name: rest });
  const sku = rest.slice(0, -(leaf.field.length + 1));
  return t()('subjects.product', { field: leaf.field, name: sku });
}

function valueText(value: Json): string {
  if (typeof value === 'string') return t()('value.text', { text: value });
  if (typeof value === 'boolean') return t()(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return format().number(value);
  if (Array.isArray(value)) return format().list(value.map(valueText), { type: 'disjunction' });
  return t()('value.something');
}
