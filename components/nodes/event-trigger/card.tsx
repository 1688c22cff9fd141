// An event trigger on the canvas: which event, and which of them.
'use client';

import { Zap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useConditionSentence } from '@/components/condition/use-condition-sentence';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { event, filter } }: CardProps<'event-trigger'>) {
  const t = useTranslations('forms.cards.event-trigger');
  const sentence = useConditionSentence(filter === null ? [] : [filter]);
  if (event === '') return t('empty');
  return filter ? t('filtered', { event, filter: sentence(filter) }) : t('any', { event });
}

export const eventTriggerCard: NodeCard<'event-trigger'> = { icon: Zap, Summary };
