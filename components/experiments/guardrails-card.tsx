// What must not get worse, by arm.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Definition } from '@/components/charts/definition';
import { Badge } from '@/components/ui/badge';
import { Cell, Row } from '@/components/ui/table';
import type { ExperimentDetail } from '@/lib/core/api/experiment';
import type { Guardrail } from '@/lib/core/experiment/design';
import type { ArmReport, LookReport } from '@/lib/core/experiment/look-figures';
import { ArmColumns } from './arm-columns';
import { FiguresCard } from './figures-card';
import { peopleLink } from './people-link';
import { useArmName } from './use-arm-name';
import { useFigures } from './use-figures';

interface GuardrailsCardProps {
  experiment: ExperimentDetail;
  report: LookReport;
}

export function GuardrailsCard({ experiment, report }: GuardrailsCardProps) {
  const t = useTranslations('experiments.guardrails');
  const nameOf = useArmName(experiment.arms);
  const { share } = useFigures();
  const { guardrails } = experiment.design;
  if (guardrails.length === 0) return null;
  const shareOf = ({ guardrails: harm, exposed }: ArmReport, guardrail: Guardrail) =>
    exposed === 0 ? 0 : harm[guardrail] / exposed;
  const figures = {
    columns: [t('guardrail'), ...report.arms.map(({ arm }) => nameOf(arm))],
    rows: guardrails.map((one) => [t(one), ...report.arms.map((arm) => shareOf(arm, one))]),
  };
  return (
    <FiguresCard
      title={t('title')}
      description={t('description')}
      definition={t('definition')}
      figures={figures}
    >
      <ArmColumns experiment={experiment} arms={report.arms.map(({ arm }) => arm)}>
        {guardrails.map((guardrail) => (
          <Row key={guardrail}>
            <Cell>
              <span className="inline-flex items-center">
                {t(guardrail)}
                <Definition title={t(guardrail)} text={t(`hints.${guardrail}`)} />
              </span>
            </Cell>
            {report.arms.map((one) => {
              const { arm } = one;
              const isBreached = report.breaches.some(
                (breach) => breach.arm === arm && breach.guardrail === guardrail,
              );
              return (
                <Cell key={arm} isNumeric>
                  <Link
                    href={peopleLink(experiment, { arm, who: guardrail })}
                    className="rounded-xs underline-offset-2 hover:underline"
                  >
                    {share(shareOf(one, guardrail))}
                  </Link>{' '}
                  {isBreached && <Badge tone="danger">{t('breach')}</Badge>}
                </Cell>
              );
            })}
          </Row>
        ))}
      </ArmColumns>
    </FiguresCard>
  );
}
