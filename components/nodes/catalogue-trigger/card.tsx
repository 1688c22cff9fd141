// An entry by the catalogue on the canvas: what changes, for whom.
'use client';

import { PackageSearch } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { kind, event, withinDays } }: CardProps<'catalogue-trigger'>) {
  const t = useTranslations('forms.cards.catalogue-trigger');
  return event.trim() === '' ? t('empty') : t(kind, { event, days: withinDays });
}

export const catalogueTriggerCard: NodeCard<'catalogue-trigger'> = { icon: PackageSearch, Summary };
