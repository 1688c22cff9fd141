// Who comes back: the address holds what is counted.
import type { Metadata } from 'next';
import { useFormatter, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { CohortTriangle } from '@/components/analytics/cohort-triangle';
import { RepeatCharts } from '@/components/analytics/repeat-charts';
import { RetentionCurves } from '@/components/analytics/retention-curves';
import { RetentionForm } from '@/components/analytics/retention-form';
import { Page } from '@/components/shell/page';
import { Card, CardBody } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { RepeatQuery, RetentionQuery, type RetentionReport } from '@/lib/core/api/analytics';
import { readRepeatPurchase } from '@/lib/server/analytics/read-repeat-purchase';
import { readRetention } from '@/lib/server/analytics/read-retention';
import { splitChoices } from '@/lib/server/analytics/split-choices';
import { requireActor } from '@/lib/server/auth/require-actor';
import { eventNames } from '@/lib/server/events/event-names';
import { filterFrom, type SearchParams } from '../../filter-from';
import { valueOrNotFound } from '../../value-or-not-found';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('analytics'))('title') };
}

export default async function RetentionPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const params = await searchParams;
  const query = withColumns(filterFrom(RetentionQuery, params));
  const show = params.show === 'people' ? 'people' : 'share';
  const names = valueOrNotFound(await eventNames(actor)).data.map(({ name }) => name);
  const choices = await splitChoices(actor);
  const report = await readRetention(actor, query);
  const { asOf } = query;
  const repeat = valueOrNotFound(await readRepeatPurchase(actor, RepeatQuery.parse({ asOf })));
  const t = await getTranslations('analytics');
  return (
    <Page title={t('title')} description={t('description')}>
      <div className="flex flex-col gap-4">
        <RetentionForm query={query} show={show} eventNames={[...new Set(names)]} choices={choices} />
        {report.ok ? (
          <Report report={report.value} asked={{ ...query, from: report.value.definition.from, show }} />
        ) : (
          <Card>
            <EmptyState
              title={t('refused')}
              description={report.refusal.field === 'ids' ? t('chooseSides') : report.refusal.message}
            />
          </Card>
        )}
        <RepeatCharts report={repeat} />
      </div>
    </Page>
  );
}

/** As many columns as rows, unless the address says otherwise. */
function withColumns(query: RetentionQuery): RetentionQuery {
  return query.periods === 12 ? { ...query, periods: query.cohorts } : query;
}

interface ReportProps {
  report: RetentionReport;
  asked: Parameters<typeof CohortTriangle>[0]['asked'];
}

function Report({ report, asked }: ReportProps) {
  const t = useTranslations('analytics');
  const format = useFormatter();
  return (
    <>
      <p className="text-muted text-sm">
        {t('asOf', { moment: format.dateTime(new Date(report.asOf), 'full') })}
      </p>
      {report.groups.map((group) => (
        <Card key={group.id ?? ''}>
          <CardBody className="pt-4">
            <CohortTriangle {...{ report, group, asked }} />
          </CardBody>
        </Card>
      ))}
      <Card>
        <CardBody className="pt-4">
          <RetentionCurves report={report} asked={asked} />
        </CardBody>
      </Card>
    </>
  );
}
