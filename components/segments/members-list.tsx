// Who is in a segment now, last come first.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { UserRound } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ListFrame } from '@/components/shell/list-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
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
        <Table>
          <TableHead>
            <Row>
              <HeaderCell>{t('customer')}</HeaderCell>
              <HeaderCell>{t('since')}</HeaderCell>
            </Row>
          </TableHead>
          <tbody>
            {members.map(({ customerId, customerLabel, enteredAt }) => (
              <Row key={customerId}>
                <Cell className="w-full max-w-0">
                  <Link href={`/customers/${customerId}`} className="stretched block truncate font-medium">
                    {customerLabel}
                  </Link>
                </Cell>
                <Cell className="whitespace-nowrap text-muted">
                  <RelativeTime at={enteredAt} />
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </ListFrame>
  );
}
