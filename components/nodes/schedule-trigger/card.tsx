// A schedule on the canvas: when everybody comes in.
'use client';

import { CalendarClock } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useWeekdayName } from '../fields/use-weekday-name';
import type { CardProps, NodeCard } from '../node-card';

function Summary({ data }: CardProps<'schedule-trigger'>) {
  const t = useTranslations('forms.cards.schedule-trigger');
  const format = useFormatter();
  const weekdayName = useWeekdayName();
  const { kind, date, every, weekdays, monthDay, time } = data;
  if (kind === 'once') return date === '' ? t('empty') : t('once', { date, time });
  if (every === 'day') return t('day', { time });
  if (every === 'week') {
    const names = weekdays.toSorted((a, b) => a - b).map((day) => weekdayName(day, 'long'));
    return names.length === 0 ? t('empty') : t('week', { days: format.list(names), time });
  }
  return monthDay === 'last' ? t('lastDay', { time }) : t('month', { day: monthDay, time });
}

export const scheduleTriggerCard: NodeCard<'schedule-trigger'> = { icon: CalendarClock, Summary };
