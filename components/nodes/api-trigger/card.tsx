// An entry by a call on the canvas.
'use client';

import { Plug } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useConditionSentence } from '@/components/condition/use-condition-sentence';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { filter } }: CardProps<'api-trigger'>) {
  const t = useTranslations('forms.cards.api-trigger');
  const sentence = useConditionSentence(filter === null ? [] : [filter]);
  return filter === null ? t('any') : t('filtered', { filter: sentence(filter) });
}

export const apiTriggerCard: NodeCard<'api-trigger'> = { icon: Plug, Summary };
