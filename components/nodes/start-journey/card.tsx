// The start of another journey on the canvas.
'use client';

import { Rocket } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { journeyId } }: CardProps<'start-journey'>) {
  const t = useTranslations('forms.cards.start-journey');
  return journeyId === null ? t('empty') : t('set');
}

export const startJourneyCard: NodeCard<'start-journey'> = { icon: Rocket, Summary };
