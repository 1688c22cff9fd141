// A delay on the canvas: how long, or until when.
'use client';

import { Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useWeekdayName } from '../fields/use-weekday-name';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data }: CardProps<'delay'>) {
  const t = useTranslations('forms');
  const weekdayName = useWeekdayName();
  const { mode, amount, unit, time, weekdays, attribute, offsetDays } = data;
  if (mode === 'duration')
    return t('cards.delay.duration', { length: t('duration.length', { amount, unit }) });
  if (mode === 'date') {
    if (attribute === '') return t('cards.delay.dateEmpty');
    return t('cards.delay.date', { attribute, side: sideOf(offsetDays), days: Math.abs(offsetDays), time });
  }
  if (weekdays.length === 0) return t('cards.delay.timeOfDay', { time });
  const days = weekdays.map((day) => weekdayName(day, 'short')).join(', ');
  return t('cards.delay.weekday', { time, days });
}

function sideOf(offsetDays: number): 'on' | 'before' | 'after' {
  if (offsetDays === 0) return 'on';
  return offsetDays < 0 ? 'before' : 'after';
}

export const delayCard: NodeCard<'delay'> = { icon: Hourglass, Summary };
