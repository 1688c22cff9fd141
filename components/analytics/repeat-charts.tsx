// How many order again, how soon, and what customers of each month are worth.
import { useTranslations } from 'next-intl';
import { BarChart } from '@/components/charts/bar-chart';
import { LineChart } from '@/components/charts/line-chart';
import { Card, CardBody } from '@/components/ui/card';
import type { RepeatReport } from '@/lib/core/api/analytics';
import { repeatAddress } from './retention-address';
import { usePeriodLabel } from './use-period-label';
import { waitPlaces } from './wait-places';

export function RepeatCharts({ report }: { report: RepeatReport }) {
  return (
    <>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card>
          <CardBody className="pt-4">
            <RepeatShares report={report} />
          </CardBody>
        </Card>
        <Card>
          <CardBody className="pt-4">
            <Waits report={report} />
          </CardBody>
        </Card>
      </div>
      <Card>
        <CardBody className="pt-4">
          <ValueCurves report={report} />
        </CardBody>
      </Card>
    </>
  );
}

function RepeatShares({ report: { shares, asOf } }: { report: RepeatReport }) {
  const t = useTranslations('analytics.repeat');
  const again = shares.slice(1);
  return (
    <BarChart
      title={t('sharesTitle')}
      definition={t('sharesDefinition')}
      placeTitle={t('place')}
      unit="share"
      emptyText={t('emptyShares')}
      places={again.map(({ orders }) => ({ label: t('orders', { count: orders }) }))}
      series={[
        {
          id: 'share',
          label: t('people'),
          points: again.map(({ share, orders, people }) => ({
            value: share,
            ...(people > 0 && { href: repeatAddress({ figure: 'orders', value: String(orders) }, asOf) }),
          })),
        },
      ]}
    />
  );
}

function Waits({ report: { waits, asOf } }: { report: RepeatReport }) {
  const t = useTranslations('analytics.repeat');
  const points = waitPlaces(waits);
  return (
    <LineChart
      title={t('waitsTitle')}
      definition={t('waitsDefinition')}
      placeTitle={t('day')}
      unit="share"
      emptyText={t('empty')}
      places={points.map(({ day }) => ({ label: String(day), at: day }))}
      series={[
        {
          id: 'again',
          label: t('again'),
          tone: 'person',
          points: points.map(({ day, share, low, high }) => ({
            ...{ value: share, low, high },
            ...(share > 0 && { href: repeatAddress({ figure: 'waited', value: String(day) }, asOf) }),
          })),
        },
      ]}
    />
  );
}

/** More lines than colours cannot be told apart. */
const MOST_CURVES = 8;

function ValueCurves({ report: { value, currency, leftOut, asOf } }: { report: RepeatReport }) {
  const t = useTranslations('analytics.value');
  const periodLabel = usePeriodLabel('month');
  const shown = value
    .filter(({ cells }) => cells.filter(({ perCustomer }) => perCustomer !== null).length > 1)
    .slice(0, MOST_CURVES);
  const longest = Math.max(0, ...shown.map(({ cells }) => cells.length));
  return (
    <>
      <LineChart
        title={t('title')}
        definition={t('definition', { currency })}
        placeTitle={t('place')}
        unit={{ currency }}
        emptyText={t('empty')}
        places={Array.from({ length: longest }, (_, month) => ({ label: String(month) }))}
        series={shown.map(({ start, cells }) => ({
          id: start,
          label: periodLabel(start),
          points: Array.from({ length: longest }, (_, month) => {
            const { perCustomer = null, isComplete = true } = cells[month] ?? {};
            const href = repeatAddress({ figure: 'cohort', value: start }, asOf);
            return {
              ...{ value: perCustomer, isUnfinished: !isComplete },
              ...(perCustomer !== null && { href }),
            };
          }),
        }))}
      />
      {leftOut > 0 && <p className="mt-3 text-muted text-sm">{t('leftOut', { count: leftOut, currency })}</p>}
    </>
  );
}
