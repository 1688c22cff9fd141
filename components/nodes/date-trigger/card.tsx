// An entry by date on the canvas: which date, how far from it, and at what time.
'use client';

import { Cake } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { attribute, repeats, offset, time } }: CardProps<'date-trigger'>) {
  const t = useTranslations('forms.cards.date-trigger');
  if (attribute.trim() === '') return t('empty');
  const { days, direction } = offset;
  return t(days === 0 ? 'on' : direction, { attribute, repeats, days, time });
}

export const dateTriggerCard: NodeCard<'date-trigger'> = { icon: Cake, Summary };
