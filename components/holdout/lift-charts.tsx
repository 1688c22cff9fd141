// How the lift of orders and of revenue went, month by month: up to each month, or each month alone.
import { useTranslations } from 'next-intl';
import { usePeriodLabel } from '@/components/analytics/use-period-label';
import { LineChart } from '@/components/charts/line-chart';
import { Card, CardBody } from '@/components/ui/card';
import type { HoldoutReport } from '@/lib/core/api/holdout';
import { behindHoldout, type HoldoutView } from './holdout-address';
import { WIDEST } from './reach-of';

interface LiftChartsProps {
  report: HoldoutReport;
  view: HoldoutView;
}

export function LiftCharts({ report, view }: LiftChartsProps) {
  return (
    <div className="mb-5 grid gap-5 lg:grid-cols-2">
      <LiftChart {...{ report, view }} of="orders" />
      <LiftChart {...{ report, view }} of="revenue" />
    </div>
  );
}

function LiftChart({ report, view, of }: LiftChartsProps & { of: 'orders' | 'revenue' }) {
  const t = useTranslations('holdout.charts');
  const label = usePeriodLabel('month');
  const { months, spans, span } = report;
  const isOpen = spans.some((one) => one.span === span && one.endedAt === null);
  const bound = (value: number) => Math.max(-1, Math.min(WIDEST, value));
  const title = t(`${of}Title`);
  const points = months.map(({ month, ...views }, index) => {
    const { lift = null, liftBounds = null } = views[view][of] ?? {};
    if (lift === null || liftBounds === null) return { value: null };
    return {
      ...{ value: bound(lift), low: bound(liftBounds.low), high: bound(liftBounds.high) },
      isUnfinished: isOpen && index === months.length - 1,
      href: behindHoldout(report, { month, view, who: 'ordered' }),
    };
  });
  return (
    <Card>
      <CardBody className="pt-4">
        <LineChart
          title={title}
          definition={t('definition', { view })}
          placeTitle={t('month')}
          unit="share"
          emptyText={t('empty')}
          places={months.map(({ month }) => ({ label: label(month) }))}
          series={[{ id: of, label: title, points }]}
        />
      </CardBody>
    </Card>
  );
}
