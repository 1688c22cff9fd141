// A wait on the canvas: until what holds, and how long at most.
'use client';

import { TimerReset } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useConditionSentence } from '@/components/condition/use-condition-sentence';
import { isUnset } from '@/lib/core/condition/condition';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { condition, timeout } }: CardProps<'wait-for-condition'>) {
  const t = useTranslations('forms');
  const sentence = useConditionSentence([condition]);
  if (isUnset(condition)) return t('cards.wait-for-condition.empty');
  const length = t('duration.length', timeout);
  return t('cards.wait-for-condition.set', { condition: sentence(condition), length });
}

export const waitForConditionCard: NodeCard<'wait-for-condition'> = { icon: TimerReset, Summary };
