// The people behind a cell of a retention report.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { CellPage } from '@/components/analytics/cell-page';
import { RetentionPeopleQuery, RetentionQuery } from '@/lib/core/api/analytics';
import { Instant } from '@/lib/core/api/page';
import { listRetentionPeople } from '@/lib/server/analytics/list-retention-people';
import { readRetention } from '@/lib/server/analytics/read-retention';
import { requireActor } from '@/lib/server/auth/require-actor';
import { now } from '@/lib/server/clock';
import { filterFrom, type SearchParams } from '../../../filter-from';
import { valueOrNotFound } from '../../../value-or-not-found';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('analytics'))('title') };
}

export default async function RetentionPeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const params = await searchParams;
  const query = filterFrom(RetentionQuery, params);
  const { moment, counted } = filterFrom(Led, params);
  const { asOf = moment ?? now().toISOString() } = query;
  const cell = RetentionPeopleQuery.safeParse({ ...query, ...pick(params), asOf });
  if (!cell.success) notFound();
  const report = valueOrNotFound(await readRetention(actor, { ...query, asOf }));
  const initial = valueOrNotFound(await listRetentionPeople(actor, cell.data));
  const { period = null, column, who, group = null } = cell.data;
  const show = params.show === 'people' ? 'people' : 'share';
  return (
    <CellPage
      report={report}
      asked={{ ...query, from: report.definition.from, show }}
      cell={{ period, column, who, group }}
      counted={counted ?? null}
      initial={initial}
    />
  );
}

/** What led here: the moment its report speaks of, and its number. */
const Led = z.object({ moment: Instant.optional(), counted: z.coerce.number().int().min(0).optional() });

/** Without a period, the average row is meant. */
function pick({ period, column, who, group }: SearchParams) {
  return {
    ...(period && { period }),
    ...(column && { column }),
    ...(who && { who }),
    ...(group && { group }),
  };
}
