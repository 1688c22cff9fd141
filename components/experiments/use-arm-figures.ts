// The arms' table as figures to take away: what the page rounds is exact here, and intervals have columns of their own.
import { useTranslations } from 'next-intl';
import type { Figures } from '@/components/charts/csv';
import type { ExperimentDetail } from '@/lib/core/api/experiment';
import type { ArmReport } from '@/lib/core/experiment/look-figures';
import { useArmName } from './use-arm-name';

/** @param valueTitle what the metric's figure is called */
export function useArmFigures(
  { arms, design }: ExperimentDetail,
  reports: readonly ArmReport[],
  valueTitle: string,
): Figures {
  const t = useTranslations('experiments.table');
  const chart = useTranslations('charts');
  const nameOf = useArmName(arms);
  const withEnds = (label: string) => [label, chart('low', { label }), chart('high', { label })];
  return {
    columns: [
      ...[t('arm'), t('people'), t('converted'), ...withEnds(t('rate')), valueTitle],
      ...[...withEnds(t('lift')), t('chance'), t('loss')],
    ],
    rows: reports.map(({ arm, exposed, converted, rate, value, revenue, against, chance, loss }) => [
      ...[nameOf(arm), exposed, converted, rate.value, rate.low, rate.high],
      design.metric.measure === 'converted' ? revenue : value,
      ...[against?.lift ?? null, against?.interval?.low ?? null, against?.interval?.high ?? null],
      ...[chance, loss],
    ]),
  };
}
