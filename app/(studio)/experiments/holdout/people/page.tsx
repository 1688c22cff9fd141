// The people behind a figure of the holdout.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BehindHoldout } from '@/components/holdout/behind-holdout';
import { HoldoutPeopleQuery } from '@/lib/core/api/holdout';
import { requireActor } from '@/lib/server/auth/require-actor';
import { listHoldoutPeople } from '@/lib/server/holdout/list-holdout-people';
import { filterFrom, type SearchParams } from '../../../filter-from';
import { valueOrNotFound } from '../../../value-or-not-found';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('holdout'))('title') };
}

export default async function HoldoutPeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = filterFrom(HoldoutPeopleQuery, await searchParams);
  const initial = valueOrNotFound(await listHoldoutPeople(await requireActor(), asked));
  return <BehindHoldout asked={asked} initial={initial} />;
}
