// An entry by hand on the canvas.
'use client';

import { ListPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { NodeCard } from '../node-card';

function Summary() {
  const t = useTranslations('forms.cards');
  return t('list-trigger');
}

export const listTriggerCard: NodeCard<'list-trigger'> = { icon: ListPlus, Summary };
