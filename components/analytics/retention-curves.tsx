// The average row as curves, one for everybody and one for each side of a split, each with its interval.
import { useTranslations } from 'next-intl';
import { LineChart } from '@/components/charts/line-chart';
import type { RetentionReport } from '@/lib/core/api/analytics';
import { type Asked, peopleAddress } from './retention-address';
import { useColumnLabel } from './use-column-label';
import { useSideName } from './use-side-name';

export function RetentionCurves({ report, asked }: { report: RetentionReport; asked: Asked }) {
  const t = useTranslations('analytics.curves');
  const labelOf = useColumnLabel(report);
  const sideName = useSideName();
  // Period 0 is everybody, and would press the rest to the floor.
  const from = report.definition.measure === 'brackets' ? 0 : 1;
  return (
    <LineChart
      title={t('title')}
      definition={t('definition')}
      placeTitle={t('place')}
      unit="share"
      emptyText={t('empty')}
      places={report.columns.slice(from).map((column) => ({ label: labelOf(column) }))}
      series={report.groups.map(({ id, label, average }) => ({
        id: id ?? 'everybody',
        label: sideName(id, label),
        points: average.slice(from).map(({ weighted, low, high, people }, index) =>
          weighted === null || low === null || high === null
            ? { value: null }
            : {
                ...{ value: weighted, low, high },
                href: peopleAddress(
                  asked,
                  { period: null, column: from + index, group: id, counted: people },
                  report.asOf,
                ),
              },
        ),
      }))}
    />
  );
}
