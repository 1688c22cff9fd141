// Who is in a segment now, last come first.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PeopleTable } from '@/components/customers/people-table';
import { ListFrame } from '@/components/shell/list-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Page } from '@/lib/core/api/page';
import type { SegmentMember } from '@/lib/core/api/segment';
import { firstPage } from '@/lib/queries/first-page';
import { membersQuery } from '@/lib/queries/segments';

export function MembersList({ id, initial }: { id: string; initial: Page<SegmentMember> }) {
  const t = useTranslations('segments.members');
  const query = useInfiniteQuery({ ...membersQuery(id), ...firstPage(initial) });
  const members = query.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <ListFrame query={query}>
      {query.isSuccess && members.length === 0 && (
        <EmptyState
          icon={<UserRound aria-hidden />}
          title={t('empty.title')}
          description={t('empty.description')}
        />
      )}
      {members.length > 0 && (
        <PeopleTable
          people={members}
          title={t('customer')}
          columns={[{ title: t('since'), cell: ({ enteredAt }) => <RelativeTime at={enteredAt} /> }]}
        />
      )}
    </ListFrame>
  );
}
