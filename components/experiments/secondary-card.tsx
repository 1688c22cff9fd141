// What else the arms brought, beside what they are judged by.
import { useTranslations } from 'next-intl';
import { Definition } from '@/components/charts/definition';
import { Cell, Row } from '@/components/ui/table';
import type { ExperimentDetail } from '@/lib/core/api/experiment';
import type { LookReport } from '@/lib/core/experiment/look-figures';
import { ArmColumns } from './arm-columns';
import { FiguresCard } from './figures-card';
import { useArmName } from './use-arm-name';
import { useFigures } from './use-figures';

interface SecondaryCardProps {
  experiment: ExperimentDetail;
  report: LookReport;
}

const KEYS = ['orders', 'revenue', 'order-value'] as const;

export function SecondaryCard({ experiment, report: { secondary } }: SecondaryCardProps) {
  const t = useTranslations('experiments.secondary');
  const nameOf = useArmName(experiment.arms);
  const { money, share, fine } = useFigures();
  if (secondary.length === 0) return null;
  // Where shares follow the results, a p-value would not say what it seems to.
  const hasProof = experiment.design.mode !== 'optimise';
  const arms = [...new Set(secondary.map(({ arm }) => arm))];
  const keys = KEYS.filter((key) => secondary.some((one) => one.key === key));
  const findOf = (key: string, arm: string) => secondary.find((one) => one.key === key && one.arm === arm);
  const figures = {
    columns: [
      t('figure'),
      ...arms.flatMap((arm) => [nameOf(arm), ...(hasProof ? [t('pOf', { arm: nameOf(arm) })] : [])]),
    ],
    rows: keys.map((key) => [
      t(`keys.${key}`),
      ...arms
        .map((arm) => findOf(key, arm))
        .flatMap((one) => [one?.value ?? null, ...(hasProof ? [one?.adjustedP ?? null] : [])]),
    ]),
  };
  return (
    <FiguresCard
      title={t('title')}
      description={t(hasProof ? 'description' : 'descriptionOptimise')}
      definition={t('definition')}
      figures={figures}
    >
      <ArmColumns experiment={experiment} arms={arms}>
        {keys.map((key) => (
          <Row key={key}>
            <Cell>
              <span className="inline-flex items-center">
                {t(`keys.${key}`)}
                <Definition title={t(`keys.${key}`)} text={t(`hints.${key}`)} />
              </span>
            </Cell>
            {arms.map((arm) => {
              const found = findOf(key, arm);
              return (
                <Cell key={arm} isNumeric>
                  {found && (key === 'orders' ? share(found.value) : money(found.value, experiment.currency))}
                  {hasProof && typeof found?.adjustedP === 'number' && (
                    <span className="block text-muted text-xs">{t('p', { p: fine(found.adjustedP) })}</span>
                  )}
                </Cell>
              );
            })}
          </Row>
        ))}
      </ArmColumns>
    </FiguresCard>
  );
}
