// The people behind a bar of a segment's charts.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { PeopleTable } from '@/components/customers/people-table';
import { ListFrame } from '@/components/shell/list-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Page } from '@/lib/core/api/page';
import type { SegmentPeopleQuery, SegmentPerson } from '@/lib/core/api/segment-charts';
import { firstPage } from '@/lib/queries/first-page';
import { segmentPeopleQuery } from '@/lib/queries/segments';

interface FigurePeopleProps {
  id: string;
  figure: Pick<SegmentPeopleQuery, 'figure' | 'value'>;
  initial: Page<SegmentPerson>;
}

export function FigurePeople({ id, figure, initial }: FigurePeopleProps) {
  const t = useTranslations('segments.figurePeople');
  const format = useFormatter();
  const query = useInfiniteQuery({ ...segmentPeopleQuery(id, figure), ...firstPage(initial) });
  const isSize = figure.figure === 'inside';
  const people = query.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <ListFrame query={query}>
      {query.isSuccess && people.length === 0 && (
        <EmptyState
          icon={<UsersRound aria-hidden />}
          title={t('empty.title')}
          description={t('empty.description')}
        />
      )}
      {people.length > 0 && (
        <PeopleTable
          people={people}
          title={t('customer')}
          columns={[
            ...(isSize
              ? []
              : [
                  {
                    title: t('times'),
                    isNumeric: true,
                    cell: ({ times }: SegmentPerson) => format.number(times),
                  },
                ]),
            { title: t(isSize ? 'since' : 'at'), cell: ({ at }) => <RelativeTime at={at} /> },
          ]}
        />
      )}
    </ListFrame>
  );
}
