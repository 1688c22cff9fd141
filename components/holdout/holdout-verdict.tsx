// The sentence the report begins with: whether marketing brings buyers, then what it brought in money.
import { useFormatter, useTranslations } from 'next-intl';
import type { HoldoutReport } from '@/lib/core/api/holdout';

type Figures = HoldoutReport['months'][number]['sinceStart'];
type Gain = NonNullable<Figures['orders']>;

interface HoldoutVerdictProps {
  figures: Figures;
  currency: string;
}

export function HoldoutVerdict({ figures: { orders, revenue, isThin }, currency }: HoldoutVerdictProps) {
  const t = useTranslations('holdout.verdict');
  const isTold = orders !== null && revenue !== null && !isThin;
  return (
    <div className="mb-5 rounded-lg border bg-surface px-5 py-4 shadow-low max-sm:px-4">
      <p className="font-semibold text-lg">
        {isTold ? <OrdersSentence gain={orders} /> : t(orders === null ? 'nobody' : 'thin')}
      </p>
      {isTold && (
        <p className="mt-1 text-sm">
          <RevenueSentence gain={revenue} currency={currency} />
        </p>
      )}
    </div>
  );
}

/** Harm is told as a positive number of people, with its bounds turned round. */
const turned = ({ extra, extraBounds: { low, high } }: Gain) => ({ extra: -extra, low: -high, high: -low });
const asItIs = ({ extra, extraBounds }: Gain) => ({ extra, ...extraBounds });

function OrdersSentence({ gain }: { gain: Gain }) {
  const t = useTranslations('holdout.verdict');
  const format = useFormatter();
  const { isDistinguishable, difference } = gain;
  const { extra, low, high } = isDistinguishable && difference < 0 ? turned(gain) : asItIs(gain);
  if (!isDistinguishable) {
    const signed = (value: number) =>
      format.number(value, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
    return t('zero', { extra: signed(extra), low: signed(low), high: signed(high) });
  }
  const whole = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  return t(difference > 0 ? 'more' : 'fewer', {
    ...{ extra: Math.round(extra), low: whole(low), high: whole(high) },
  });
}

function RevenueSentence({ gain, currency }: { gain: Gain; currency: string }) {
  const t = useTranslations('holdout.verdict');
  const format = useFormatter();
  const money = (value: number) => format.number(value, { style: 'currency', currency });
  const { isDistinguishable, difference } = gain;
  const isHarm = isDistinguishable && difference < 0;
  const { extra, low, high } = isHarm ? turned(gain) : asItIs(gain);
  const values = { extra: money(extra), low: money(low), high: money(high) };
  if (!isDistinguishable) return t('revenueZero', values);
  return t(isHarm ? 'revenueFewer' : 'revenueMore', values);
}
