// A retention report's definition in words, shown on its charts.
import { useTranslations } from 'next-intl';
import type { RetentionReport } from '@/lib/core/api/analytics';

export function useDefinitionText({ definition, timeZone }: RetentionReport): string {
  const t = useTranslations('analytics.definition');
  const { start, returns, cohort, measure, clock, unit, split } = definition;
  const hasFilters = start.where.length + returns.where.length > 0;
  return [
    t('cohort', { kind: cohort, unit, start: start.event }),
    t(`returned.${measure}`, { returns: returns.event }),
    t('later'),
    t('clock', { clock, unit, zone: timeZone }),
    t('average'),
    ...(hasFilters ? [t('filters')] : []),
    ...(split?.by === 'segment' ? [t('segment', { at: split.at })] : []),
    ...(split?.by === 'journey' ? [t('journey')] : []),
    ...(split?.by === 'experiment' ? [t('experiment')] : []),
  ].join(' ');
}
