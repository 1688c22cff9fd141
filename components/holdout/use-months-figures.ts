// The months as figures to take away: exact, with both sides and both lifts in columns of their own.
import { useTranslations } from 'next-intl';
import { usePeriodLabel } from '@/components/analytics/use-period-label';
import type { Figures } from '@/components/charts/csv';
import type { HoldoutReport } from '@/lib/core/api/holdout';
import type { HoldoutView } from './holdout-address';
import { gains, sides } from './sides';

export function useMonthsFigures({ months }: HoldoutReport, view: HoldoutView): Figures {
  const t = useTranslations('holdout');
  const chart = useTranslations('charts');
  const label = usePeriodLabel('month');
  const withEnds = (name: string) => [name, chart('low', { label: name }), chart('high', { label: name })];
  const sideHeads = sides.flatMap((side) =>
    (['people', 'ordered', 'revenue'] as const).map((one) =>
      t(`months.columns.${one}`, { side: t(`sides.${side}`) }),
    ),
  );
  return {
    columns: [t('charts.month'), ...sideHeads, ...gains.flatMap((of) => withEnds(t(`months.${of}Lift`)))],
    rows: months.map(({ month, ...views }) => [
      label(month),
      ...sides.flatMap((side) => {
        const { people, converted, revenue } = views[view][side];
        return [people, converted, revenue];
      }),
      ...gains.flatMap((of) => {
        const { lift = null, liftBounds = null } = views[view][of] ?? {};
        return [lift, liftBounds?.low ?? null, liftBounds?.high ?? null];
      }),
    ]),
  };
}
