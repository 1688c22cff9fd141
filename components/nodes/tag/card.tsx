// A tag on the canvas: which, and whether it comes or goes.
'use client';

import { Tag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data }: CardProps<'tag'>) {
  const t = useTranslations('forms.cards.tag');
  return data.tag.trim() === '' ? t('empty') : t(data.action, { tag: data.tag });
}

export const tagCard: NodeCard<'tag'> = { icon: Tag, Summary };
