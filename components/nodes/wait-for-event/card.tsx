// A wait on the canvas: for which events, and how long at most.
'use client';

import { Ear } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { event, orEvents, timeout } }: CardProps<'wait-for-event'>) {
  const t = useTranslations('forms');
  if (event === '') return t('cards.wait-for-event.empty');
  const length = t('duration.length', timeout);
  return t('cards.wait-for-event.set', { event, length, more: orEvents.length });
}

export const waitForEventCard: NodeCard<'wait-for-event'> = { icon: Ear, Summary };
