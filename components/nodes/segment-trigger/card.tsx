// A segment entry on the canvas: which segment, and whether in or out.
'use client';

import { UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { segmentName } from '@/components/condition/segment-name';
import { useNodeForm } from '../form-context';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { segmentId, on } }: CardProps<'segment-trigger'>) {
  const t = useTranslations('forms.cards.segment-trigger');
  const { segments } = useNodeForm().suggestions;
  return segmentId === null ? t('empty') : t(on, { segment: segmentName(segmentId, segments) });
}

export const segmentTriggerCard: NodeCard<'segment-trigger'> = { icon: UsersRound, Summary };
