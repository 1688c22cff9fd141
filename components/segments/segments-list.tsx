// The segments of the workspace with how many are in each, kept fresh while one looks.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { SearchX, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { NodeFormProvider, useNodeForm } from '@/components/nodes/form-context';
import { ListFrame } from '@/components/shell/list-frame';
import { SearchField } from '@/components/shell/search-field';
import { Toolbar } from '@/components/shell/toolbar';
import { useUrlFilter } from '@/components/shell/use-url-filter';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
import type { Page } from '@/lib/core/api/page';
import type { ListSegments, SegmentSummary } from '@/lib/core/api/segment';
import { firstPage } from '@/lib/queries/first-page';
import { segmentsQuery } from '@/lib/queries/segments';
import { NewSegmentButton } from './new-segment-button';
import { SegmentRow } from './segment-row';

interface SegmentsListProps {
  initial: Pick<ListSegments, 'search' | 'state'> & { page: Page<SegmentSummary> };
}

export function SegmentsList({ initial }: SegmentsListProps) {
  const t = useTranslations('segments');
  const [read, change] = useUrlFilter();
  const search = read('search');
  const state = read('state') === 'archived' ? 'archived' : 'active';
  const isInitial = search === initial.search && state === initial.state;
  const query = useInfiniteQuery({
    ...segmentsQuery({ search, state }),
    ...firstPage(isInitial ? initial.page : undefined),
  });
  const segments = query.data?.pages.flatMap((page) => page.data) ?? [];
  const isEmpty = query.isSuccess && segments.length === 0;
  if (isEmpty && search === undefined && state === 'active') return <FirstSegment />;
  return (
    <>
      <Toolbar>
        <SearchField
          label={t('search')}
          value={search ?? ''}
          onSearch={(value) => change({ search: value })}
        />
        <SegmentedControl
          label={t('filter')}
          value={state}
          onValueChange={(value) => change({ state: value === 'archived' ? value : undefined })}
          options={[
            { value: 'active', label: t('states.active') },
            { value: 'archived', label: t('states.archived') },
          ]}
        />
      </Toolbar>
      <ListFrame query={query}>
        {isEmpty && (
          <EmptyState
            icon={<SearchX aria-hidden />}
            title={t('emptyFilter.title')}
            description={t('emptyFilter.description')}
            action={
              <Button onClick={() => change({ search: undefined, state: undefined })}>
                {t('emptyFilter.action')}
              </Button>
            }
          />
        )}
        {segments.length > 0 && <SegmentsTable segments={segments} />}
      </ListFrame>
    </>
  );
}

function FirstSegment() {
  const t = useTranslations('segments.empty');
  return (
    <Card>
      <EmptyState
        icon={<UsersRound aria-hidden />}
        title={t('title')}
        description={t('description')}
        action={<NewSegmentButton />}
      />
    </Card>
  );
}

function SegmentsTable({ segments }: { segments: readonly SegmentSummary[] }) {
  const t = useTranslations('segments.columns');
  // Sentences name segments that conditions are made of.
  const form = useNodeForm();
  const suggestions = { ...form.suggestions, segments };
  return (
    <NodeFormProvider value={{ ...form, suggestions }}>
      <Table>
        <TableHead>
          <Row>
            <HeaderCell>{t('segment')}</HeaderCell>
            <HeaderCell isNumeric>{t('people')}</HeaderCell>
            <HeaderCell className="max-md:hidden">{t('changed')}</HeaderCell>
          </Row>
        </TableHead>
        <tbody>
          {segments.map((segment) => (
            <SegmentRow key={segment.id} segment={segment} />
          ))}
        </tbody>
      </Table>
    </NodeFormProvider>
  );
}
