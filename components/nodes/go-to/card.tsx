// A jump on the canvas.
'use client';

import { CornerLeftUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { NodeCard } from '../node-card';

function Summary() {
  return useTranslations('forms.cards')('go-to');
}

export const goToCard: NodeCard<'go-to'> = { icon: CornerLeftUp, Summary };
