// A delay on the canvas: how long.
'use client';

import { Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { amount, unit } }: CardProps<'delay'>) {
  const t = useTranslations('forms');
  return t('cards.delay', { length: t('duration.length', { amount, unit }) });
}

export const delayCard: NodeCard<'delay'> = { icon: Hourglass, Summary };
