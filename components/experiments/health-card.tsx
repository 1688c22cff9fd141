// Whether the figures may be believed at all: the split, people in two arms, how much is still to come.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Definition } from '@/components/charts/definition';
import { CardBody } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ExperimentDetail } from '@/lib/core/api/experiment';
import type { LookReport } from '@/lib/core/experiment/look-figures';
import { FiguresCard } from './figures-card';
import { peopleLink } from './people-link';
import { useFigures } from './use-figures';

interface HealthCardProps {
  experiment: ExperimentDetail;
  report: LookReport;
}

export function HealthCard({ experiment, report }: HealthCardProps) {
  const t = useTranslations('experiments.health');
  const { share, count, fine } = useFigures();
  const { people, planned, lookedAt, state, design } = experiment;
  const { splitP, unmet, daysLeft } = report;
  const isPlanned = design.mode !== 'optimise';
  const p = fine(splitP);
  const twoArms = `${count(report.twoArmPeople)} (${share(report.twoArmShare)})`;
  const days = Math.ceil(daysLeft ?? 0);
  const figures = {
    columns: [
      ...[t('split'), t('twoArms'), t('matured')],
      ...(isPlanned ? [t('progress'), t('planned')] : [t('people')]),
      t('looked'),
    ],
    rows: [
      [
        ...[splitP, report.twoArmPeople, report.maturedShare],
        ...(isPlanned ? [people, planned] : [people]),
        lookedAt,
      ],
    ],
  };
  return (
    <FiguresCard title={t('title')} definition={t('definition')} figures={figures}>
      <CardBody>
        <dl data-drawing className="grid grid-cols-5 gap-4 text-sm max-lg:grid-cols-3 max-sm:grid-cols-2">
          <Fact label={t('split')} hint={t('hints.split')} isBad={unmet.includes('split')}>
            {t(unmet.includes('split') ? 'splitOff' : 'splitFair', { p })}
          </Fact>
          <Fact label={t('twoArms')} hint={t('hints.twoArms')} isBad={unmet.includes('two-arms')}>
            <Link
              href={peopleLink(experiment, { who: 'two-arms' })}
              className="rounded-xs underline-offset-2 hover:underline"
            >
              {twoArms}
            </Link>
          </Fact>
          <Fact label={t('matured')} hint={t('hints.matured')}>
            <Link
              href={peopleLink(experiment, { who: 'matured' })}
              className="rounded-xs underline-offset-2 hover:underline"
            >
              {share(report.maturedShare)}
            </Link>
          </Fact>
          <Fact
            label={t(isPlanned ? 'progress' : 'people')}
            hint={t(isPlanned ? 'hints.progress' : 'hints.people')}
          >
            {!isPlanned && count(people)}
            {isPlanned && t('progressOf', { people: count(people), planned: count(planned) })}
            {state === 'running' && daysLeft !== null && days > 0 && (
              <span className="block text-muted text-xs">{t('daysLeft', { days })}</span>
            )}
          </Fact>
          <Fact label={t('looked')} hint={t('hints.looked')}>
            {lookedAt !== null && <RelativeTime at={lookedAt} />}
          </Fact>
        </dl>
      </CardBody>
    </FiguresCard>
  );
}

interface FactProps {
  label: string;
  hint: string;
  isBad?: boolean;
  children: ReactNode;
}

function Fact({ label, hint, isBad = false, children }: FactProps) {
  return (
    <div>
      <dt className="flex items-center text-muted text-xs">
        {label}
        <Definition title={label} text={hint} />
      </dt>
      <dd className={isBad ? 'tabular mt-0.5 font-medium text-danger-ink' : 'tabular mt-0.5'}>{children}</dd>
    </div>
  );
}
