// One customer in the list.
'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, Row } from '@/components/ui/table';
import type { CustomerSummary } from '@/lib/core/api/customer';

export function CustomerRow({ customer }: { customer: CustomerSummary }) {
  const t = useTranslations('customers');
  const { id, label, isAnonymous, identifiers, lastSeenAt, createdAt } = customer;
  const reach = identifiers
    .filter(({ kind }) => kind === 'email' || kind === 'phone')
    .map(({ value }) => value);
  const userId = identifiers.find(({ kind }) => kind === 'user-id')?.value;
  return (
    <Row>
      <Cell className="h-15 w-full max-w-0 sm:w-1/2">
        <div className="flex items-center gap-3">
          <Avatar name={isAnonymous ? '?' : label} />
          <div className="min-w-0">
            <Link href={`/customers/${id}`} className="stretched block truncate font-medium text-base">
              {label}
            </Link>
            <span className="block truncate text-muted text-xs">
              {isAnonymous ? <Badge tone="outline">{t('anonymous')}</Badge> : userId}
              <span className="sm:hidden">
                {!isAnonymous && reach[0] && reach[0] !== label && ` · ${reach[0]}`}
              </span>
            </span>
          </div>
        </div>
      </Cell>
      <Cell className="w-full max-w-0 max-sm:hidden sm:w-1/3">
        <Addresses values={reach} />
      </Cell>
      <Cell className="whitespace-nowrap text-muted max-sm:text-right max-sm:text-xs">
        {lastSeenAt && <RelativeTime at={lastSeenAt} />}
      </Cell>
      <Cell className="whitespace-nowrap text-muted max-md:hidden">
        <RelativeTime at={createdAt} />
      </Cell>
    </Row>
  );
}

function Addresses({ values }: { values: readonly string[] }) {
  const t = useTranslations('customers');
  if (values.length === 0) return <span className="text-faint">{t('notReachable')}</span>;
  return values.slice(0, 2).map((value) => (
    <span key={value} className="block truncate">
      {value}
    </span>
  ));
}
