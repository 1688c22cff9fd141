// An event that the journey makes happen, on the canvas.
'use client';

import { Megaphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { name } }: CardProps<'emit-event'>) {
  const t = useTranslations('forms.cards.emit-event');
  return name.trim() === '' ? t('empty') : t('set', { name });
}

export const emitEventCard: NodeCard<'emit-event'> = { icon: Megaphone, Summary };
