// The people behind a figure of the holdout, page by page.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { PeopleList } from '@/components/customers/people-list';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import { firstPage } from '@/lib/queries/first-page';
import type { QueryValues } from '@/lib/queries/get-json';
import { holdoutPeopleQuery } from '@/lib/queries/holdout';

interface HoldoutPeopleProps {
  asked: QueryValues;
  initial: Page<CustomerSummary>;
}

export function HoldoutPeople({ asked, initial }: HoldoutPeopleProps) {
  const t = useTranslations('holdout.people');
  const query = useInfiniteQuery({ ...holdoutPeopleQuery(asked), ...firstPage(initial) });
  return <PeopleList query={query} empty={{ title: t('empty'), description: t('emptyDescription') }} />;
}
