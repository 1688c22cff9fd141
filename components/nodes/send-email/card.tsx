// An e-mail on the canvas: its subject.
'use client';

import { Mail } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { subject } }: CardProps<'send-email'>) {
  const t = useTranslations('forms.cards.send-email');
  return subject.trim() === '' ? t('empty') : t('set', { subject });
}

export const sendEmailCard: NodeCard<'send-email'> = { icon: Mail, Summary };
