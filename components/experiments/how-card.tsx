// How the figures are computed, with the counts from which anybody can compute them again.
import { useTranslations } from 'next-intl';
import { Card, CardBody } from '@/components/ui/card';
import type { ExperimentDetail, ExperimentLook } from '@/lib/core/api/experiment';
import type { LookReport } from '@/lib/core/experiment/look-figures';
import { StatisticsDownload } from './statistics-download';
import { useArmName } from './use-arm-name';
import { useFigures } from './use-figures';

interface HowCardProps {
  experiment: ExperimentDetail;
  report: LookReport;
  looks: readonly ExperimentLook[];
}

export function HowCard({ experiment, report, looks }: HowCardProps) {
  const t = useTranslations('experiments.how');
  const nameOf = useArmName(experiment.arms);
  const { fine, count, value } = useFigures();
  const { design, planned, look, name } = experiment;
  const { countedFrom, leadMs, metric, mode, holdoutPercent } = design;
  const hours = metric.windowHours + Math.round(leadMs / 3_600_000);
  return (
    <Card>
      <details className="group">
        <summary className="cursor-pointer rounded-lg px-5 py-4 font-semibold text-base">
          {t('title')}
        </summary>
        <CardBody className="flex flex-col gap-2 text-sm">
          <p>{t('counted', { from: countedFrom, hours })}</p>
          {holdoutPercent > 0 && countedFrom === 'send' && <p>{t('held')}</p>}
          <p>{t(`rules.${mode}`)}</p>
          {report.theta !== null && <p>{t('theta', { theta: fine(report.theta) })}</p>}
          {report.cap !== null && <p>{t('cap', { cap: value(report.cap) })}</p>}
          {report.arms.map(
            ({ arm, against }) =>
              mode !== 'optimise' &&
              against && (
                <p key={arm} className="tabular">
                  {t('details', {
                    ...{ z: fine(against.z), se: fine(against.se), p: fine(against.p), arm: nameOf(arm) },
                  })}
                </p>
              ),
          )}
          <p>{t('looks', { count: look, rule: report.rule, planned: count(planned) })}</p>
          <StatisticsDownload name={name} looks={looks} />
        </CardBody>
      </details>
    </Card>
  );
}
