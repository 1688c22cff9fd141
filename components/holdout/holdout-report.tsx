// What marketing is worth: the verdict, both sides since the start, then month by month.
import { ShieldOff } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { HoldoutReport as Report } from '@/lib/core/api/holdout';
import type { HoldoutView } from './holdout-address';
import { HoldoutNotices } from './holdout-notices';
import { HoldoutVerdict } from './holdout-verdict';
import { LiftCharts } from './lift-charts';
import { MonthsCard } from './months-card';
import { SidesCard } from './sides-card';
import { SpanLinks } from './span-links';
import { ViewLinks } from './view-links';

interface HoldoutReportProps {
  report: Report;
  view: HoldoutView;
}

export function HoldoutReport({ report, view }: HoldoutReportProps) {
  const t = useTranslations('holdout.empty');
  const figures = report.months.at(-1)?.sinceStart;
  if (!figures) {
    return (
      <EmptyState
        icon={<ShieldOff aria-hidden />}
        title={t('title')}
        description={t('description')}
        action={
          <Button asChild variant="primary">
            <Link href="/settings/sending#holdout">{t('action')}</Link>
          </Button>
        }
      />
    );
  }
  return (
    <>
      <SpanLinks report={report} view={view} />
      <HoldoutVerdict figures={figures} currency={report.currency} />
      <HoldoutNotices report={report} />
      <SidesCard report={report} figures={figures} />
      <ViewLinks span={report.span} view={view} />
      <LiftCharts report={report} view={view} />
      <MonthsCard report={report} view={view} />
    </>
  );
}
