// Beside the builder: how many customers the condition is about, and ten of them, while it is being built.
'use client';

import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import { Spinner } from '@/components/ui/spinner';
import type { SegmentPreview } from '@/lib/core/api/segment';
import { CHEAPER_DAYS, cheaperForm } from '@/lib/core/condition/cheaper-form';
import type { Condition } from '@/lib/core/condition/condition';
import { segmentProblems } from '@/lib/core/segment/segment-problems';
import { isRefusedAs } from '@/lib/queries/get-json';
import { segmentPreviewQuery } from '@/lib/queries/segments';
import { useSettled } from './use-settled';

const pauseMs = 350;

interface PreviewPanelProps {
  condition: Condition;
  /** Where it can be changed: takes a condition that costs less. */
  onChange?: ((condition: Condition) => void) | undefined;
}

export function PreviewPanel({ condition, onChange }: PreviewPanelProps) {
  const t = useTranslations('segments.preview');
  const settled = useSettled(condition, pauseMs);
  const isFinished = segmentProblems(settled, '').length === 0;
  const { data, error, isFetching } = useQuery({ ...segmentPreviewQuery(settled), enabled: isFinished });
  const cheaper = error ? cheaperForm(settled) : null;
  return (
    <Card aria-label={t('title')} className="lg:sticky lg:top-6">
      <header className="flex items-center justify-between px-5 pt-4 pb-2 max-sm:px-4">
        <h2 className="font-semibold text-base">{t('title')}</h2>
        {isFinished && isFetching && <Spinner label={t('counting')} className="text-faint" />}
      </header>
      <CardBody aria-live="polite">
        {!isFinished && <p className="text-muted text-sm">{t('unfinished')}</p>}
        {isFinished && error && (
          <p className="flex gap-2 text-sm text-warning-ink">
            <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
            {error.message}
          </p>
        )}
        {isFinished && isRefusedAs(error, 'condition-too-costly') && cheaper && onChange && (
          <Button size="sm" className="mt-3" onClick={() => onChange(cheaper)}>
            {t('cheaper', { days: CHEAPER_DAYS })}
          </Button>
        )}
        {isFinished && !error && data && <Counted preview={data} isStale={isFetching} />}
      </CardBody>
    </Card>
  );
}

function Counted({
  preview: { size, total, sample },
  isStale,
}: {
  preview: SegmentPreview;
  isStale: boolean;
}) {
  const t = useTranslations('segments.preview');
  const format = useFormatter();
  const share = total === 0 ? 0 : size / total;
  return (
    <div className={isStale ? 'opacity-60 transition-opacity' : 'transition-opacity'}>
      <p className="tabular font-semibold text-2xl" title={t('definition')}>
        {t('people', { count: size })}
      </p>
      <p className="mt-0.5 text-muted text-sm">
        {total === 0
          ? t('nobody')
          : t('share', {
              share: format.number(share, { style: 'percent', maximumFractionDigits: 1 }),
              total,
            })}
      </p>
      {total > 0 && <Progress className="mt-3" label={t('shareLabel')} share={share} />}
      {sample.length > 0 && (
        <>
          <h3 className="mt-5 mb-1 font-medium text-muted text-xs">
            {t('sample', { count: sample.length })}
          </h3>
          <ul>
            {sample.map(({ customerId, customerLabel }) => (
              <li key={customerId} className="border-b py-1.5 text-sm last:border-b-0">
                <Link
                  href={`/customers/${customerId}`}
                  target="_blank"
                  className="block truncate rounded-xs hover:underline"
                >
                  {customerLabel}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
