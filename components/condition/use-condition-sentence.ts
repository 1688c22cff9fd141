// The sentence of a condition in the reader's language.
'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useNodeForm } from '@/components/nodes/form-context';
import { type Money, useMoney } from '@/components/shell/currency';
import type {
  ArmTest,
  Condition,
  DateTest,
  EventTest,
  JourneyTest,
  MessageTest,
  ProductTest,
  SequenceTest,
  Test,
} from '@/lib/core/condition/condition';
import type { ArmChoice } from '@/lib/queries/journeys';
import { frequencyOf } from './frequency';
import { segmentName } from './segment-name';
import { type ConditionWords, conditionSentence } from './sentence';
import { stockQuestionOf } from './stock-question';
import { useArmNames } from './use-arm-names';

const NOT_CHOSEN = '…';

type Translate = ReturnType<typeof useTranslations<'forms'>>;

/** @param told the conditions that will be put into words, so that what they mention by id is called by its name */
export function useConditionSentence(told: readonly Condition[]): (condition: Condition) => string {
  const t = useTranslations('forms');
  const format = useFormatter();
  const money = useMoney();
  const { segments, journeys } = useNodeForm().suggestions;
  const armNames = useArmNames(told);
  return useMemo(() => {
    const nameOf = (id: JourneyTest['journeyId']) =>
      journeys.find(({ value }) => value === id)?.name ?? id ?? NOT_CHOSEN;
    const words: ConditionWords = {
      everybody: t('condition.everybody'),
      test: (test, path, value) =>
        compared(t, test, t(`condition.named.${test.subject}`, { path: path || NOT_CHOSEN }), value),
      own: (test, path, value) => compared(t, test, path || NOT_CHOSEN, value),
      event: (test, where, item) => happened(t, format.number, test, { where, item }),
      segment: ({ segmentId, isMember }) =>
        t(`condition.belongs.${isMember ? 'in' : 'out'}`, {
          segment: segmentName(segmentId, segments) || NOT_CHOSEN,
        }),
      product: (test, path) => sold(t, money, test, path),
      date: (test, path) => dated(t, test, path),
      deed: (event, where) =>
        [event || NOT_CHOSEN, where && t('condition.whose', { where })].filter(Boolean).join(' '),
      sequence: (test, first, next) => followed(t, test, first, next),
      sample: ({ percent, salt }) =>
        salt === ''
          ? t('condition.sample', { percent: format.number(percent) })
          : t('condition.sampleNamed', { percent: format.number(percent), salt }),
      consent: ({ channel, state }) =>
        t(`condition.consented.${state}`, { channel: t(`condition.channels.${channel}`) }),
      journey: (test) => standing(t, test, nameOf(test.journeyId)),
      message: (test) => messaged(t, format.number, test, nameOf(test.journeyId)),
      arm: (test) => dealt(t, test, armNames(test), nameOf(test.journeyId)),
      value: (value) => {
        if (typeof value === 'boolean') return t(value ? 'condition.yes' : 'condition.no');
        return typeof value === 'number' ? format.number(value) : t('condition.quoted', { text: value });
      },
      list: (parts, group) => format.list(parts, { type: group === 'all' ? 'conjunction' : 'disjunction' }),
      none: (list) => t('condition.none', { list }),
      bracketed: (list) => `(${list})`,
    };
    return (condition: Condition) => conditionSentence(condition, words);
  }, [t, format, money, segments, journeys, armNames]);
}

function compared(t: Translate, { operator }: Test, subject: string, value: string): string {
  return t(`condition.sentence.${operator}`, { subject, value });
}

function dated(t: Translate, test: DateTest, path: string): string {
  const subject = t(`condition.named.${test.subject}`, { path: path || NOT_CHOSEN });
  const { date, days, operator } = test;
  return t(`condition.dated.${operator}`, { subject, date: date || NOT_CHOSEN, days });
}

function followed(t: Translate, test: SequenceTest, first: string, next: string): string {
  const { within, lookBack, isFollowed } = test;
  const length = t('duration.length', within);
  const how = isFollowed ? 'followed' : 'alone';
  const begun = lookBack && t('condition.begun', { length: t('duration.length', lookBack) });
  return [t(`condition.sequence.${how}`, { first, next, length }), begun].filter(Boolean).join(' ');
}

function standing(t: Translate, { state, isSo, within }: JourneyTest, journey: string): string {
  const said = t(`condition.${isSo ? 'standing' : 'notStanding'}.${state}`, { journey });
  const isRecent = within !== null && state !== 'inside';
  return isRecent ? `${said} ${t('condition.inLast', { length: t('duration.length', within) })}` : said;
}

function messaged(t: Translate, shown: Numbers, test: MessageTest, journey: string): string {
  const { channel, journeyId, outcome, operator, count, within } = test;
  const amount = t(`condition.amounts.${operator}`, { number: shown(count) });
  const name = channel === null ? '' : t(`condition.channels.${channel}`);
  const said = t(`condition.messaged.${outcome}`, { amount, channel: channel ?? 'any', name });
  const from = journeyId !== null && t('condition.ofJourney', { journey });
  const since = within && t('condition.inLast', { length: t('duration.length', within) });
  return [said, from, since].filter(Boolean).join(' ');
}

function dealt(t: Translate, { arm, isIn }: ArmTest, named: ArmChoice | null, journey: string): string {
  const experiment = named?.experiment ?? '';
  const names = { arm: named?.name ?? (arm || NOT_CHOSEN), journey, experiment };
  return t(`condition.dealt.${isIn ? 'in' : 'out'}`, { ...names, isNamed: String(experiment !== '') });
}

type Numbers = (number: number) => string;

function happened(
  t: Translate,
  shown: Numbers,
  test: EventTest,
  { where, item }: { readonly where: string; readonly item: string },
): string {
  const within = test.within && t('condition.inLast', { length: t('duration.length', test.within) });
  const entry = test.sinceEntry && t('condition.sinceEntry');
  const path = test.items?.path.join('.') || NOT_CHOSEN;
  const having =
    item === '' ? t('condition.havingAny', { path }) : t('condition.having', { path, where: item });
  const parts = [did(t, shown, test), within, daysText(t, test), entry];
  return [...parts, where && t('condition.whose', { where }), test.items && having].filter(Boolean).join(' ');
}

function did(t: Translate, shown: Numbers, test: EventTest): string {
  const { measure, count, operator } = test;
  const event = test.event || NOT_CHOSEN;
  if (measure === undefined) return t(`condition.happened.${frequencyOf(test)}`, { event, count });
  const amount = t(`condition.amounts.${operator}`, { number: shown(count) });
  const property = measure.property.join('.') || NOT_CHOSEN;
  return t(`condition.measured.${measure.of}`, { event, amount, property });
}

function daysText(t: Translate, { between }: EventTest): string {
  if (between === undefined) return '';
  const { from, to } = between;
  if (to === '') return t('condition.between.from', { from: from || NOT_CHOSEN });
  return from === '' ? t('condition.between.to', { to }) : t('condition.between.both', { from, to });
}

function sold(t: Translate, money: Money, test: ProductTest, path: string): string {
  const product =
    test.path.length > 0
      ? t('condition.productNamed', { path })
      : t('condition.productOf', { sku: test.sku || NOT_CHOSEN });
  const question = stockQuestionOf(test);
  const number = question === 'price' ? money.shown(test.value) : test.value;
  const amount = t(`condition.amounts.${test.operator}`, { number });
  return t(`condition.sold.${question}`, { product, amount });
}
