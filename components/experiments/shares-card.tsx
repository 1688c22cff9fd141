// Optimise mode: what each arm was dealt, look by look.
import { useFormatter, useTranslations } from 'next-intl';
import { LineChart } from '@/components/charts/line-chart';
import { Card, CardBody } from '@/components/ui/card';
import type { ExperimentDetail, ExperimentLook } from '@/lib/core/api/experiment';

interface SharesCardProps {
  experiment: ExperimentDetail;
  /** The newest first. */
  looks: readonly ExperimentLook[];
}

export function SharesCard({ experiment, looks }: SharesCardProps) {
  const t = useTranslations('experiments.shares');
  const format = useFormatter();
  const inOrder = looks.toReversed();
  if (experiment.design.mode !== 'optimise') return null;
  return (
    <Card className="mb-5">
      <CardBody className="pt-5">
        <LineChart
          title={t('title')}
          definition={t('definition')}
          placeTitle={t('look')}
          places={inOrder.map(({ at }) => ({
            label: format.dateTime(new Date(at), 'day'),
            at: Date.parse(at),
          }))}
          series={experiment.arms.map(({ id, name }) => ({
            id,
            label: name,
            points: inOrder.map(({ statistics }) => {
              const share = statistics.periods.at(-1)?.shares[id];
              return { value: share === undefined ? null : share / 100 };
            }),
          }))}
          unit="share"
          emptyText={t('empty')}
        />
      </CardBody>
    </Card>
  );
}
