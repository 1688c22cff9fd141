// A cell of a cohort triangle as a title: its cohort, its column, and which of its people.
import { useTranslations } from 'next-intl';
import type { RetentionReport } from '@/lib/core/api/analytics';
import type { RetentionCellRef } from '@/lib/core/retention/cell-condition';
import { isWholeCohort } from './is-whole-cohort';
import { useColumnLabel } from './use-column-label';
import { usePeriodLabel } from './use-period-label';

interface Cell {
  period: string | null;
  column: number;
  who: RetentionCellRef['who'];
}

export function useCellTitle(report: Pick<RetentionReport, 'definition' | 'columns'>, cell: Cell): string {
  const t = useTranslations('analytics.people');
  const { definition, columns } = report;
  const periodLabel = usePeriodLabel(definition.unit);
  const period = cell.period === null ? t('allCohorts') : periodLabel(cell.period);
  const labelOf = useColumnLabel(report);
  const column = columns[cell.column];
  if (cell.who === 'everybody' || !column || isWholeCohort(report, cell.column))
    return t('wholeTitle', { period });
  return t('title', { who: cell.who, period, column: labelOf(column) });
}
