// What a column of a cohort triangle is called: "Month 3", or the span of a bracket.
import { useTranslations } from 'next-intl';
import type { RetentionReport } from '@/lib/core/api/analytics';

export function useColumnLabel({
  definition,
}: Pick<RetentionReport, 'definition'>): (column: RetentionReport['columns'][number]) => string {
  const t = useTranslations('analytics.triangle');
  const { measure, unit } = definition;
  return ({ first, last }) => {
    const number = measure === 'brackets' && first < last ? t('span', { first, last }) : String(first);
    return t('column', { unit, number });
  };
}
