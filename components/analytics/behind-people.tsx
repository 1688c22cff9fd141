// The people behind a figure of a report, page by page.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { PeopleList } from '@/components/customers/people-list';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import { analyticsPeopleQuery } from '@/lib/queries/analytics';
import { firstPage } from '@/lib/queries/first-page';
import type { QueryValues } from '@/lib/queries/get-json';

interface BehindPeopleProps {
  /** The report, and what is asked of it. */
  of: Parameters<typeof analyticsPeopleQuery>[0];
  asked: QueryValues;
  initial: Page<CustomerSummary>;
}

export function BehindPeople({ of, asked, initial }: BehindPeopleProps) {
  const t = useTranslations('analytics.people');
  const query = useInfiniteQuery({ ...analyticsPeopleQuery(of, asked), ...firstPage(initial) });
  return <PeopleList query={query} empty={{ title: t('empty'), description: t('emptyDescription') }} />;
}
