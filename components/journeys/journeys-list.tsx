// The journeys of the workspace: filtered by state and name, counts kept fresh while one looks.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ListFrame } from '@/components/shell/list-frame';
import { SearchField } from '@/components/shell/search-field';
import { Toolbar } from '@/components/shell/toolbar';
import { useUrlFilter } from '@/components/shell/use-url-filter';
import { Card } from '@/components/ui/card';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
import type { JourneyState, JourneySummary } from '@/lib/core/api/journey';
import type { Page } from '@/lib/core/api/page';
import { firstPage } from '@/lib/queries/first-page';
import { journeysQuery } from '@/lib/queries/journeys';
import { JourneyRow } from './journey-row';
import { FirstJourney, NoSuchJourneys } from './journeys-empty';

interface JourneysListProps {
  initial: { state: JourneyState | undefined; page: Page<JourneySummary> };
}

const states = ['draft', 'live', 'paused', 'archived'] as const;

export function JourneysList({ initial }: JourneysListProps) {
  const [read, change] = useUrlFilter();
  const state = states.find((candidate) => candidate === read('state'));
  const search = read('search') ?? '';
  const query = useInfiniteQuery({
    ...journeysQuery({ state }),
    ...firstPage(state === initial.state ? initial.page : undefined),
  });
  const all = query.data?.pages.flatMap((page) => page.data) ?? [];
  const journeys = all.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  if (query.isSuccess && all.length === 0 && state === undefined) {
    return (
      <Card>
        <FirstJourney />
      </Card>
    );
  }
  return (
    <>
      <JourneysToolbar state={state} search={search} onChange={change} />
      <ListFrame query={query}>
        {query.isSuccess && journeys.length === 0 && (
          <NoSuchJourneys search={search} onShowAll={() => change({ state: undefined, search: undefined })} />
        )}
        {journeys.length > 0 && <JourneysTable journeys={journeys} />}
      </ListFrame>
    </>
  );
}

interface JourneysToolbarProps {
  state: JourneyState | undefined;
  search: string;
  onChange: (changes: Record<string, string | undefined>) => void;
}

function JourneysToolbar({ state, search, onChange }: JourneysToolbarProps) {
  const t = useTranslations('journeys');
  return (
    <Toolbar>
      <SearchField label={t('search')} value={search} onSearch={(value) => onChange({ search: value })} />
      <SegmentedControl
        label={t('filter')}
        value={state ?? 'all'}
        onValueChange={(value) => onChange({ state: value === 'all' ? undefined : value })}
        options={[
          { value: 'all', label: t('all') },
          ...states.map((value) => ({ value, label: t(`states.${value}`) })),
        ]}
      />
    </Toolbar>
  );
}

function JourneysTable({ journeys }: { journeys: readonly JourneySummary[] }) {
  const t = useTranslations('journeys.columns');
  return (
    <Table>
      <TableHead>
        <Row>
          <HeaderCell>{t('name')}</HeaderCell>
          <HeaderCell>{t('state')}</HeaderCell>
          <HeaderCell isNumeric>{t('entered')}</HeaderCell>
          <HeaderCell isNumeric>{t('waiting')}</HeaderCell>
          <HeaderCell className="max-md:hidden">{t('updated')}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{t('actions')}</span>
          </HeaderCell>
        </Row>
      </TableHead>
      <tbody>
        {journeys.map((journey) => (
          <JourneyRow key={journey.id} journey={journey} />
        ))}
      </tbody>
    </Table>
  );
}
