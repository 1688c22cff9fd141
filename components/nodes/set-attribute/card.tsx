// A written attribute on the canvas: which, and what becomes of it.
'use client';

import { UserPen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { attribute, mode, value } }: CardProps<'set-attribute'>) {
  const t = useTranslations('forms.cards.set-attribute');
  if (attribute.trim() === '') return t('empty');
  const written = typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value);
  return t(mode, { attribute, value: written });
}

export const setAttributeCard: NodeCard<'set-attribute'> = { icon: UserPen, Summary };
