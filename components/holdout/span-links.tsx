// The stretches of time with one share held out: each is read by itself, because their data are never pooled.
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { HoldoutReport } from '@/lib/core/api/holdout';
import { type HoldoutView, holdoutAddress } from './holdout-address';

interface SpanLinksProps {
  report: HoldoutReport;
  view: HoldoutView;
}

export function SpanLinks({ report: { spans, span: shown }, view }: SpanLinksProps) {
  const t = useTranslations('holdout');
  const format = useFormatter();
  const day = (at: string) => format.dateTime(new Date(at), 'day');
  return (
    <nav className="mb-4 flex flex-wrap gap-2" aria-label={t('spans')}>
      {spans.map(({ span, percent, startedAt, endedAt }) => {
        const values = { percent: format.number(percent / 100, { style: 'percent' }), from: day(startedAt) };
        return (
          <Link
            key={span}
            href={holdoutAddress({ span, view })}
            aria-current={span === shown ? 'page' : undefined}
            className="rounded-xs"
          >
            <Badge tone={span === shown ? 'accent' : 'outline'}>
              {endedAt === null ? t('spanNow', values) : t('spanOver', { ...values, to: day(endedAt) })}
            </Badge>
          </Link>
        );
      })}
    </nav>
  );
}
