// An entry by a changed attribute on the canvas: which, and how it changes.
'use client';

import { UserRoundCog } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { attribute, change, value } }: CardProps<'attribute-trigger'>) {
  const t = useTranslations('forms.cards');
  if (attribute.trim() === '') return t('attribute-trigger.empty');
  const shown =
    typeof value === 'boolean' ? t(value ? 'set-attribute.yes' : 'set-attribute.no') : String(value);
  return t(`attribute-trigger.${change}`, { attribute, value: shown });
}

export const attributeTriggerCard: NodeCard<'attribute-trigger'> = { icon: UserRoundCog, Summary };
