// A branch on the canvas: the one question it asks, or how many.
'use client';

import { GitFork } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useConditionSentence } from '@/components/condition/use-condition-sentence';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { branches } }: CardProps<'branch'>) {
  const t = useTranslations('forms.cards.branch');
  const sentence = useConditionSentence();
  const [first, ...others] = branches;
  if (!first) return t('empty');
  const isUnset = first.condition.type !== 'test' && first.condition.of.length === 0;
  if (others.length > 0) return t('several', { count: branches.length });
  return isUnset ? t('empty') : t('one', { condition: sentence(first.condition) });
}

export const branchCard: NodeCard<'branch'> = { icon: GitFork, Summary };
