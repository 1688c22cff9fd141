// An experiment on the canvas: its arms and their shares.
'use client';

import { FlaskConical } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { arms, holdoutPercent } }: CardProps<'experiment-split'>) {
  const t = useTranslations('forms.cards.experiment-split');
  const format = useFormatter();
  const shares = arms.map(({ percent }) => format.number(percent)).join(' / ');
  const held = format.number(holdoutPercent);
  return holdoutPercent > 0 ? t('held', { shares, held }) : t('set', { shares });
}

export const experimentSplitCard: NodeCard<'experiment-split'> = { icon: FlaskConical, Summary };
