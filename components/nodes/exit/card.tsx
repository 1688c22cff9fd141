// An exit on the canvas.
'use client';

import { Flag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { NodeCard } from '../node-card';

function Summary() {
  const t = useTranslations('forms.cards');
  return t('exit');
}

export const exitCard: NodeCard<'exit'> = { icon: Flag, Summary };
