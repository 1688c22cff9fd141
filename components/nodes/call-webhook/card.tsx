// A webhook on the canvas: where it calls.
'use client';

import { Webhook } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { url } }: CardProps<'call-webhook'>) {
  const t = useTranslations('forms.cards.call-webhook');
  return url.trim() === '' ? t('empty') : t('set', { address: url.replace(/^https?:\/\//, '') });
}

export const callWebhookCard: NodeCard<'call-webhook'> = { icon: Webhook, Summary };
