// A split by chance on the canvas: the shares.
'use client';

import { Shuffle } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { ways } }: CardProps<'random-split'>) {
  const t = useTranslations('forms.cards.random-split');
  const format = useFormatter();
  return t('set', { shares: ways.map(({ percent }) => format.number(percent)).join(' / ') });
}

export const randomSplitCard: NodeCard<'random-split'> = { icon: Shuffle, Summary };
