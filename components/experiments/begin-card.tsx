// What a fresh experiment still needs: when it is looked at next, what a verdict takes, and how many people were planned.
import { useTranslations } from 'next-intl';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { ExperimentDetail } from '@/lib/core/api/experiment';
import { armPeople } from './arm-people';
import { useArmName } from './use-arm-name';
import { useFigures } from './use-figures';

export function BeginCard({ experiment }: { experiment: ExperimentDetail }) {
  const t = useTranslations('experiments.begin');
  const { count, moment, date } = useFigures();
  const nameOf = useArmName(experiment.arms);
  const { design, planned, people, nextLookAt, look, startedAt } = experiment;
  if (people > 0 || nextLookAt === null) return null;
  const { mode, days } = design;
  const arms = armPeople(design, planned).map(({ arm, people: some }) =>
    t('arm', { arm: nameOf(arm), people: count(some) }),
  );
  const end = date(new Date(Date.parse(startedAt) + days * DAY_MS).toISOString());
  return (
    <Card className="mb-5">
      <CardHeader title={t('title')} description={t('description')} />
      <CardBody>
        <dl className="flex flex-col gap-3 text-sm">
          <Fact label={t(look === 0 ? 'first' : 'next')}>
            {t(mode === 'test-then-send' ? 'lookOnce' : 'look', { at: moment(nextLookAt), end })}
          </Fact>
          <Fact label={t('needed')}>{t(`needs.${mode}`, { end, hours: design.metric.windowHours })}</Fact>
          <Fact label={t('planned')}>
            {mode === 'optimise'
              ? t('unplanned')
              : t('people', { all: count(planned), arms: arms.join(' · ') })}
          </Fact>
          <Fact label={t('time')}>
            {t(mode === 'open-ended' || mode === 'optimise' ? 'endless' : 'days', { days, end })}
          </Fact>
        </dl>
      </CardBody>
    </Card>
  );
}

const DAY_MS = 86_400_000;

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div className="sm:grid sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-4">
      <dt className="text-muted">{label}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  );
}
