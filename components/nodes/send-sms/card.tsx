// A text message on the canvas: its text.
'use client';

import { MessageSquareText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { text } }: CardProps<'send-sms'>) {
  const t = useTranslations('forms.cards.send-sms');
  return text.trim() === '' ? t('empty') : t('set', { text });
}

export const sendSmsCard: NodeCard<'send-sms'> = { icon: MessageSquareText, Summary };
