// How much more than those held out, with its interval drawn and written.
import { useTranslations } from 'next-intl';
import { LiftBar } from '@/components/experiments/lift-bar';
import { useFigures } from '@/components/experiments/use-figures';
import { SmallLine } from '@/components/ui/small-line';
import type { HoldoutReport } from '@/lib/core/api/holdout';

type Gain = HoldoutReport['months'][number]['alone']['orders'];

interface LiftFigureProps {
  gain: Gain;
  /** The largest distance from zero in the table, so that its bars have one scale. */
  reach: number;
}

export function LiftFigure({ gain, reach }: LiftFigureProps) {
  const t = useTranslations('holdout.table');
  const { lift } = useFigures();
  if (gain === null) return '–';
  if (gain.lift === null || gain.liftBounds === null) return <SmallLine>{t('tooSmall')}</SmallLine>;
  const { low, high } = gain.liftBounds;
  return (
    <>
      {lift(gain.lift)}
      <LiftBar value={gain.lift} low={low} high={high} reach={reach} />
      <SmallLine>{t('between', { low: lift(low), high: lift(high) })}</SmallLine>
    </>
  );
}
