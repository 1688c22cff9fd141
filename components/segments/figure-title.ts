// What a bar of a segment's charts stands for, in words.
import type { createFormatter, useTranslations } from 'next-intl';
import type { SegmentPeopleQuery } from '@/lib/core/api/segment-charts';

type Words = ReturnType<typeof useTranslations<'segments.figurePeople'>>;
type Format = ReturnType<typeof createFormatter>;

export function figureTitle(
  t: Words,
  format: Format,
  { figure, value }: Pick<SegmentPeopleQuery, 'figure' | 'value'>,
  segment: string,
): string {
  if (figure === 'hour') return t('titles.hour', { segment, hour: value });
  const isDay = figure !== 'weekday';
  // The first of January 2024 was a Monday.
  const date = new Date(isDay ? `${value}T12:00:00Z` : Date.UTC(2024, 0, Number(value), 12));
  const look = isDay ? { dateStyle: 'medium' as const } : { weekday: 'long' as const };
  return t(`titles.${figure}`, { segment, day: format.dateTime(date, { ...look, timeZone: 'UTC' }) });
}
