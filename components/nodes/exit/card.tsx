// An exit on the canvas: why the journey ends there.
'use client';

import { Flag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { reason } }: CardProps<'exit'>) {
  const t = useTranslations('forms.cards.exit');
  return reason.trim() === '' ? t('plain') : t('because', { reason });
}

export const exitCard: NodeCard<'exit'> = { icon: Flag, Summary };
