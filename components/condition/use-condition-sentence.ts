// The sentence of a condition in the reader's language.
'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Condition } from '@/lib/core/condition/condition';
import { type ConditionWords, conditionSentence } from './sentence';

export function useConditionSentence(): (condition: Condition) => string {
  const t = useTranslations('forms.condition');
  const format = useFormatter();
  return useCallback(
    (condition: Condition) => {
      const words: ConditionWords = {
        everybody: t('everybody'),
        test: ({ operator, subject }, path, value) =>
          t(`sentence.${operator}`, { subject: t(`named.${subject}`, { path: path || '…' }), value }),
        value: (value) => {
          if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
          return typeof value === 'number' ? format.number(value) : t('quoted', { text: value });
        },
        list: (parts, group) => format.list(parts, { type: group === 'all' ? 'conjunction' : 'disjunction' }),
        none: (list) => t('none', { list }),
        bracketed: (list) => `(${list})`,
      };
      return conditionSentence(condition, words);
    },
    [t, format],
  );
}
