// The share of customers who get no marketing, to know what marketing is worth.
'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { DeliveryPolicy } from '@/lib/core/policy/delivery-policy';
import { type DrawInForce, RedrawHoldout } from './redraw-holdout';
import type { RulesPartProps } from './sending-form';

interface HoldoutCardProps extends RulesPartProps {
  /** Null while nobody is held out. */
  draw: DrawInForce | null;
}

export function HoldoutCard({ value, onChange, errorOf, draw }: HoldoutCardProps) {
  const t = useTranslations('sending.holdout');
  const percent = DeliveryPolicy.shape.holdoutPercent.safeParse(Number(value.holdoutPercent));
  const hint = percent.success ? t('hint', { percent: percent.data }) : t('range');
  return (
    <Card id="holdout" aria-label={t('title')}>
      <CardHeader title={t('title')} description={t('description')} />
      <CardBody>
        <Field label={t('percent')} hint={hint} error={errorOf('holdoutPercent')}>
          <Input
            inputMode="numeric"
            className="w-24 tabular"
            value={value.holdoutPercent}
            onChange={({ target }) => onChange({ holdoutPercent: target.value })}
          />
        </Field>
        {draw && <RedrawHoldout draw={draw} />}
        <Link
          href="/experiments/holdout"
          className="mt-4 block w-fit rounded-xs text-accent-ink text-sm hover:underline"
        >
          {t('report')}
        </Link>
      </CardBody>
    </Card>
  );
}
