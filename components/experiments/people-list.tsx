// Whom a figure is about.
'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ListFrame } from '@/components/shell/list-frame';
import { useUrlFilter } from '@/components/shell/use-url-filter';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Select } from '@/components/ui/select';
import { Cell, HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
import type { ExperimentDetail } from '@/lib/core/api/experiment';
import { exposedQuery } from '@/lib/queries/experiments';
import { segmentQuery } from '@/lib/queries/segments';
import { useArmName } from './use-arm-name';

const KINDS = [
  ...(['exposed', 'converted', 'matured', 'delivered', 'assigned'] as const),
  ...(['unsubscribed', 'complained', 'bounced', 'two-arms'] as const),
] as const;
const EVERYBODY = 'all';

export function PeopleList({ experiment: { id, phase, arms, design } }: { experiment: ExperimentDetail }) {
  const t = useTranslations('experiments.peoplePage');
  const [read, change] = useUrlFilter();
  const nameOf = useArmName(arms);
  const who = KINDS.find((one) => one === read('who')) ?? 'exposed';
  const arm = read('arm');
  const segment = read('segment');
  const query = useInfiniteQuery(exposedQuery(id, { who, arm, phase, look: read('look'), segment }));
  const people = query.data?.pages.flatMap((page) => page.data) ?? [];
  const known = [...arms.map((one) => one.id), ...(design.holdoutPercent > 0 ? ['holdout'] : [])];
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-2">
        <Select
          aria-label={t('whoFilter')}
          className="w-48 max-sm:w-full"
          options={KINDS.map((value) => ({ value, label: t(`who.${value}`) }))}
          value={who}
          onValueChange={(value) => change({ who: value })}
        />
        <Select
          aria-label={t('armFilter')}
          className="w-48 max-sm:w-full"
          options={[
            { value: EVERYBODY, label: t('all') },
            ...known.map((value) => ({ value, label: nameOf(value) })),
          ]}
          value={arm ?? EVERYBODY}
          onValueChange={(value) => change({ arm: value === EVERYBODY ? undefined : value })}
        />
      </div>
      {segment !== undefined && <InSegment id={segment} onLeave={() => change({ segment: undefined })} />}
      <ListFrame query={query}>
        {query.isSuccess && people.length === 0 && <EmptyState title={t('empty')} />}
        {people.length > 0 && (
          <Table>
            <TableHead>
              <Row>
                <HeaderCell>{t('customer')}</HeaderCell>
                <HeaderCell className="max-sm:hidden">{t('arm')}</HeaderCell>
                <HeaderCell>{t('since')}</HeaderCell>
              </Row>
            </TableHead>
            <tbody>
              {people.map((person) => (
                <Row key={`${person.customerId}/${person.arm}`}>
                  <Cell className="w-full max-w-0">
                    <Link
                      href={`/customers/${person.customerId}`}
                      className="stretched block truncate font-medium"
                    >
                      {person.customerLabel}
                    </Link>
                    <span className="block truncate text-muted text-xs sm:hidden">{nameOf(person.arm)}</span>
                  </Cell>
                  <Cell className="max-w-64 truncate max-sm:hidden">{nameOf(person.arm)}</Cell>
                  <Cell className="whitespace-nowrap text-muted">
                    {person.exposedAt === null ? t('notYet') : <RelativeTime at={person.exposedAt} />}
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        )}
      </ListFrame>
    </>
  );
}

/** Says that the list is of one segment only, which no figure above it tells. */
function InSegment({ id, onLeave }: { id: string; onLeave: () => void }) {
  const t = useTranslations('experiments.peoplePage');
  const { data } = useQuery(segmentQuery(id));
  return (
    <p className="mb-4 flex flex-wrap items-center gap-2 text-muted text-sm">
      {data && t('inSegment', { segment: data.name })}
      <Button variant="link" size="sm" onClick={onLeave}>
        {t('everySegment')}
      </Button>
    </p>
  );
}
