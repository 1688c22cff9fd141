// A coupon on the canvas: under which name the code is kept.
'use client';

import { Ticket } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { poolId, saveAs } }: CardProps<'issue-coupon'>) {
  const t = useTranslations('forms.cards.issue-coupon');
  return poolId === null ? t('empty') : t('set', { name: saveAs });
}

export const issueCouponCard: NodeCard<'issue-coupon'> = { icon: Ticket, Summary };
