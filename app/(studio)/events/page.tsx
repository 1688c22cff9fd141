// The live tail of events.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EventsTail } from '@/components/events/events-tail';
import { Page } from '@/components/shell/page';
import { ListEvents } from '@/lib/core/api/event';
import { requireActor } from '@/lib/server/auth/require-actor';
import { listEvents } from '@/lib/server/events/list-events';
import { runtime } from '@/lib/server/runtime';
import { filterFrom, type SearchParams } from '../filter-from';
import { pageOrEmpty } from '../page-or-empty';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('events'))('title') };
}

export default async function EventsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const query = filterFrom(ListEvents, await searchParams);
  const page = pageOrEmpty(await listEvents(actor, query));
  const { name, type, customer, from, until } = query;
  const t = await getTranslations('events');
  return (
    <Page title={t('title')} description={t('description')}>
      <EventsTail
        initial={{
          filter: { name, type, customer, from, until },
          tail: { events: page.data, older: page.next },
        }}
        publicUrl={runtime().env.publicUrl}
      />
    </Page>
  );
}
