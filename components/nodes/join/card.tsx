// A place on the canvas where paths come together.
'use client';

import { Merge } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { NodeCard } from '../node-card';

function Summary() {
  return useTranslations('forms.cards')('join');
}

export const joinCard: NodeCard<'join'> = { icon: Merge, Summary };
