// A task for people, on the canvas: for which team, and what.
'use client';

import { ClipboardList } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data: { team, title } }: CardProps<'create-task'>) {
  const t = useTranslations('forms');
  if (title.trim() === '') return t('cards.create-task.empty');
  return t('cards.create-task.set', { team: t(`create-task.teams.${team}`), title });
}

export const createTaskCard: NodeCard<'create-task'> = { icon: ClipboardList, Summary };
