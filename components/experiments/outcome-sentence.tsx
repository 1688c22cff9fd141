// What became of a phase, in one sentence: which arm takes all new entries, who decided it, or what waits for somebody.
import { useTranslations } from 'next-intl';
import type { ExperimentVerdict } from '@/lib/core/api/experiment';
import { useArmName } from './use-arm-name';
import { useFigures } from './use-figures';

const WITHOUT_ARM = {
  winner: 'winnerAsks',
  paused: 'pausedAll',
  settled: 'settledAsks',
  chosen: 'stopped',
  best: 'none',
  baseline: 'none',
  none: 'none',
} as const;

export function OutcomeSentence({ outcome, arms }: Pick<ExperimentVerdict, 'outcome' | 'arms'>) {
  const t = useTranslations('experiments.outcome');
  const nameOf = useArmName(arms);
  const { date } = useFigures();
  const { kind, arm, by, look, paused, at } = outcome;
  const values = {
    ...{ arm: arm === null ? '' : nameOf(arm), at: date(at), by, look },
    paused: paused.map(nameOf).join(', '),
  };
  return t(arm === null ? WITHOUT_ARM[kind] : kind, values);
}
