// What must not get worse, by arm.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card, CardHeader } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import type { ExperimentDetail } from '@/lib/core/api/experiment';
import type { LookReport } from '@/lib/core/experiment/look-figures';
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
  return (
    <Card className="mb-5">
      <CardHeader title={t('title')} description={t('description')} />
      <div className="overflow-x-auto">
        <Table>
          <thead>
            <Row>
              <HeaderCell />
              {report.arms.map(({ arm }) => (
                <HeaderCell key={arm} isNumeric>
                  {nameOf(arm)}
                </HeaderCell>
              ))}
            </Row>
          </thead>
          <tbody>
            {guardrails.map((guardrail) => (
              <Row key={guardrail}>
                <Cell>{t(guardrail)}</Cell>
                {report.arms.map(({ arm, guardrails: harm, exposed }) => {
                  const isBreached = report.breaches.some(
                    (one) => one.arm === arm && one.guardrail === guardrail,
                  );
                  return (
                    <Cell key={arm} isNumeric>
                      <Link
                        href={peopleLink(experiment, { arm, who: guardrail })}
                        className="rounded-xs underline-offset-2 hover:underline"
                      >
                        {share(exposed === 0 ? 0 : harm[guardrail] / exposed)}
                      </Link>{' '}
                      {isBreached && <Badge tone="danger">{t('breach')}</Badge>}
                    </Cell>
                  );
                })}
              </Row>
            ))}
          </tbody>
        </Table>
      </div>
    </Card>
  );
}
