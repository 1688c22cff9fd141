// How the lift of each arm settled, look by look.
import { useFormatter, useTranslations } from 'next-intl';
import { LineChart } from '@/components/charts/line-chart';
import { Card, CardBody } from '@/components/ui/card';
import type { ExperimentDetail, ExperimentLook } from '@/lib/core/api/experiment';
import { useArmName } from './use-arm-name';

interface LooksChartProps {
  experiment: ExperimentDetail;
  /** The newest first. */
  looks: readonly ExperimentLook[];
}

/** The first looks have bounds so wide that nothing else could be seen beside them. */
const WIDEST = 10;
const DAY_MS = 86_400_000;

export function LooksChart({ experiment, looks }: LooksChartProps) {
  const t = useTranslations('experiments.chart');
  const format = useFormatter();
  const nameOf = useArmName(experiment.arms);
  const inOrder = looks.toReversed();
  const compared = (inOrder.at(-1)?.arms ?? []).slice(1);
  const series = compared.map(({ arm }) => ({
    id: arm,
    label: nameOf(arm),
    points: inOrder.map(({ arms }) => {
      const { lift = null, interval = null } = arms.find((one) => one.arm === arm)?.against ?? {};
      if (lift === null || interval === null) return { value: null };
      const bound = (value: number) => Math.max(-1, Math.min(WIDEST, value));
      return { value: bound(lift), low: bound(interval.low), high: bound(interval.high) };
    }),
  }));
  // Where shares follow the results, bounds prove nothing; the shares themselves are drawn.
  if (experiment.design.mode === 'optimise') return null;
  const end = plannedEnd(experiment);
  const label = (at: string | number) => format.dateTime(new Date(at), 'day');
  const places = [
    ...inOrder.map(({ at }) => ({ label: label(at), at: Date.parse(at) })),
    ...(end === null ? [] : [{ label: t('end', { at: label(end) }), at: end }]),
  ];
  const withEnd =
    end === null ? series : series.map((one) => ({ ...one, points: [...one.points, { value: null }] }));
  return (
    <Card className="mb-5">
      <CardBody className="pt-5">
        <LineChart
          title={t('title')}
          definition={t('definition')}
          placeTitle={t('look')}
          places={places}
          series={withEnd}
          unit="share"
          emptyText={t('empty')}
        />
      </CardBody>
    </Card>
  );
}

/** Where looks are still to come; its place on the axis is the mark. */
function plannedEnd({ design, startedAt, state }: ExperimentDetail): number | null {
  const hasEnd = design.mode === 'fixed-window' || design.mode === 'test-then-send';
  return hasEnd && state === 'running' ? Date.parse(startedAt) + design.days * DAY_MS : null;
}
