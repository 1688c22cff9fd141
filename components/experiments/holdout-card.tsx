// What the arms brought that would not have come without them.
import { useTranslations } from 'next-intl';
import { CardBody } from '@/components/ui/card';
import type { ExperimentDetail } from '@/lib/core/api/experiment';
import type { LookReport } from '@/lib/core/experiment/look-figures';
import { FiguresCard } from './figures-card';
import { isOfMoney } from './is-of-money';
import { useArmName } from './use-arm-name';
import { useFigures } from './use-figures';

interface HoldoutCardProps {
  experiment: ExperimentDetail;
  report: LookReport;
}

export function HoldoutCard({ experiment, report: { incrementality } }: HoldoutCardProps) {
  const t = useTranslations('experiments.holdout');
  const nameOf = useArmName(experiment.arms);
  const { value: plain, money, share: part } = useFigures();
  const isMoney = (of: 'metric' | 'revenue') => of === 'revenue' || isOfMoney(experiment.design.metric);
  if (incrementality.length === 0) return null;
  const figures = {
    columns: [
      t('columns.arm'),
      t('columns.of'),
      ...(['value', 'low', 'high', 'share'] as const).map((one) => t(`columns.${one}`)),
    ],
    rows: incrementality.map(({ arm, of, value, low, high, share }) => [
      nameOf(arm),
      t(`of.${of}`),
      value,
      low,
      high,
      share,
    ]),
  };
  return (
    <FiguresCard
      title={t('title')}
      description={t('description')}
      definition={t('definition')}
      figures={figures}
    >
      <CardBody>
        <div data-drawing className="flex flex-col gap-1 text-sm">
          {incrementality.map(({ arm, of, value, low, high, share }) => {
            const write = (one: number) => (isMoney(of) ? money(one, experiment.currency) : plain(one));
            return (
              <p key={`${arm} ${of}`} className="tabular">
                {of === 'revenue' && t('revenue')}{' '}
                {t(low <= 0 && high >= 0 ? 'zero' : 'line', {
                  ...{ arm: nameOf(arm), value: write(value), low: write(low), high: write(high) },
                })}{' '}
                {share !== null && t('share', { share: part(share) })}
              </p>
            );
          })}
        </div>
      </CardBody>
    </FiguresCard>
  );
}
