// The one sentence a results page begins with, in plain words, and what became of it.
import { useTranslations } from 'next-intl';
import type { ExperimentDetail } from '@/lib/core/api/experiment';
import { HOLDOUT_ARM } from '@/lib/core/experiment/holdout-arm';
import type { LookReport } from '@/lib/core/experiment/look-figures';
import { OutcomeSentence } from './outcome-sentence';
import { useArmName } from './use-arm-name';
import { useFigures } from './use-figures';

const ILL = ['arms', 'split', 'two-arms', 'guardrail'] as const;

export function VerdictSentence({ experiment }: { experiment: ExperimentDetail }) {
  const t = useTranslations('experiments');
  const { report, state, isCurrent, outcome } = experiment;
  const waiting = report !== null && isOpen(report) && state === 'running' ? report.unmet : [];
  return (
    <div className="mb-5 rounded-lg border bg-surface px-5 py-4 shadow-low max-sm:px-4">
      <p className="font-semibold text-lg">
        <Sentence experiment={experiment} />
      </p>
      {outcome !== null && (
        <p className="mt-1 text-sm">
          <OutcomeSentence outcome={outcome} arms={experiment.arms} /> {!isCurrent && t('verdicts.over')}
        </p>
      )}
      {waiting.length > 0 && (
        <p className="mt-1 text-muted text-sm">
          {t('missing.title', { what: waiting.map((gate) => t(`missing.${gate}`)).join('; ') })}
        </p>
      )}
    </div>
  );
}

function Sentence({ experiment }: { experiment: ExperimentDetail }) {
  const { report, arms } = experiment;
  const t = useTranslations('experiments');
  const nameOf = useArmName(arms);
  if (report === null) return t(experiment.nextLookAt === null ? 'verdict.never' : 'verdict.none');
  const { verdict, unmet, leader } = report;
  if (verdict.kind === 'unhealthy') {
    const ill = ILL.filter((gate) => unmet.includes(gate));
    return t('verdict.unhealthy', { why: ill.map((gate) => t(`why.${gate}`)).join(' ') });
  }
  if (verdict.kind === 'winner')
    return <Winner report={report} arm={verdict.arm} name={nameOf(verdict.arm)} />;
  if (verdict.kind === 'no-winner') {
    const best = verdict.bestPerformer;
    return best === null ? t('verdict.noWinnerAtAll') : t('verdict.noWinner', { best: nameOf(best) });
  }
  if (verdict.kind === 'settled') return t('verdict.settled', { arm: nameOf(verdict.arm) });
  if (leader === null) return t('verdict.nobody');
  if (isTied(report)) return t('verdict.tie');
  if (experiment.state !== 'running') return t('verdict.ended', { leader: nameOf(leader) });
  if (verdict.kind === 'optimising')
    return t(unmet.length > 0 ? 'verdict.learning' : 'verdict.optimising', { leader: nameOf(leader) });
  return t(unmet.length > 0 ? 'verdict.early' : 'verdict.running', { leader: nameOf(leader) });
}

/** Nothing was found, and there may still be something to find. */
const isOpen = ({ verdict: { kind } }: LookReport) => kind === 'running' || kind === 'optimising';

/** The first of equals would be called the leader only for standing first. */
function isTied({ arms }: LookReport): boolean {
  const values = arms
    .filter(({ arm, counted }) => arm !== HOLDOUT_ARM && counted > 0)
    .map(({ value }) => value);
  return values.length > 1 && new Set(values).size === 1;
}

function Winner({ report, arm, name }: { report: LookReport; arm: string; name: string }) {
  const t = useTranslations('experiments.verdict');
  const { lift } = useFigures();
  const found = report.arms.find((one) => one.arm === arm);
  if (found?.against === null) return t('firstWins', { arm: name });
  const interval = found?.against?.interval;
  if (!interval) return t('winnerPlain', { arm: name });
  return t('winner', { arm: name, low: lift(interval.low), high: lift(interval.high) });
}
