// What the experiment will take, by the shop's own last 28 days: live while it is being set up.
'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useParams } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { LineChart } from '@/components/charts/line-chart';
import { useSettled } from '@/components/segments/use-settled';
import { PlanExperiment } from '@/lib/core/api/experiment';
import { comparedArms } from '@/lib/core/experiment/phase-design';
import type { NodeData } from '@/lib/core/nodes/registry';
import { forecastQuery } from '@/lib/queries/experiments';
import { useNodeForm } from '../form-context';

const PAUSE_MS = 400;

export function Forecast({ value }: { value: NodeData<'experiment-split'> }) {
  const settled = useSettled(value, PAUSE_MS);
  const params = useParams<{ id: string }>();
  const { journeyId = params.id } = useNodeForm();
  const { arms, holdoutPercent, design } = settled;
  const shown = arms.map((arm) => ({ ...arm, print: '' }));
  const weights = comparedArms({ arms: shown, holdoutPercent }).map(({ weight }) => weight);
  const plan = PlanExperiment.safeParse({ journeyId, weights, design });
  return plan.success ? <Planned plan={plan.data} /> : null;
}

function Planned({ plan }: { plan: PlanExperiment }) {
  const t = useTranslations('forms.experiment-split.forecast');
  const format = useFormatter();
  const { data } = useQuery(forecastQuery(plan));
  if (!data) return null;
  const { audience: reach, people, peoplePerDay, perArm, days, power } = data;
  const isProof = plan.design.mode !== 'optimise';
  const audience = t('audience', { people, perDay: format.number(Math.round(peoplePerDay)) });
  return (
    <section className="rounded-md border bg-sunken/45 p-3 text-sm" aria-live="polite">
      {reach.people !== null && <p>{t('reach', { people: reach.people })}</p>}
      {reach.segments.map(({ id, name, size }) => (
        <p key={id}>
          {t.rich('inSegment', {
            ...{ people: size, name },
            segment: (text) => (
              <Link href={`/segments/${id}`} className="underline underline-offset-2">
                {text}
              </Link>
            ),
          })}
        </p>
      ))}
      <p className="text-muted text-xs">{people === 0 ? t('nobody') : audience}</p>
      <p className="mt-1 font-medium">
        {!isProof && t('optimise')}
        {isProof && perArm === null && t('unknown')}
        {isProof && perArm !== null && days === null && t('people', { people: format.number(perArm) })}
        {isProof && perArm !== null && days !== null && t('plan', { people: format.number(perArm), days })}
      </p>
      {isProof && days !== null && days > plan.design.days && plan.design.mode !== 'open-ended' && (
        <p className="mt-1 text-warning-ink text-xs">{t('tooShort', { days: plan.design.days })}</p>
      )}
      {isProof && power.length > 0 && (
        <div className="mt-3">
          <LineChart
            title={t('power')}
            definition={t('powerDefinition', { days: plan.design.days })}
            placeTitle={t('lift')}
            places={power.map(({ lift }) => ({ label: t('percent', { lift }), at: lift }))}
            series={[{ id: 'power', label: t('power'), points: power.map((one) => ({ value: one.power })) }]}
            unit="share"
            height={150}
          />
        </div>
      )}
    </section>
  );
}
