// A wait on the canvas: for which event, and how long at most.
'use client';

import { Ear } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { event, timeout } }: CardProps<'wait-for-event'>) {
  const t = useTranslations('forms');
  if (event === '') return t('cards.wait-for-event.empty');
  return t('cards.wait-for-event.set', { event, length: t('duration.length', timeout) });
}

export const waitForEventCard: NodeCard<'wait-for-event'> = { icon: Ear, Summary };
