// A branch on the canvas: the one question it asks, or how many.
'use client';

import { GitFork } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useConditionSentence } from '@/components/condition/use-condition-sentence';
import { isUnset } from '@/lib/core/condition/condition';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { branches } }: CardProps<'branch'>) {
  const t = useTranslations('forms.cards.branch');
  const sentence = useConditionSentence(branches.slice(0, 1).map(({ condition }) => condition));
  const [first, ...others] = branches;
  if (!first) return t('empty');
  if (others.length > 0) return t('several', { count: branches.length });
  return isUnset(first.condition) ? t('empty') : t('one', { condition: sentence(first.condition) });
}

export const branchCard: NodeCard<'branch'> = { icon: GitFork, Summary };
