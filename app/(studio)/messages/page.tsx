// The messages list: deliveries and sandbox.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MessagesList } from '@/components/messages/messages-list';
import { Page } from '@/components/shell/page';
import { ListMessages } from '@/lib/core/api/message';
import { requireActor } from '@/lib/server/auth/require-actor';
import { listMessages } from '@/lib/server/messages/list-messages';
import { filterFrom, type SearchParams } from '../filter-from';
import { pageOrEmpty } from '../page-or-empty';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('messages'))('title') };
}

export default async function MessagesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const query = filterFrom(ListMessages, await searchParams);
  const page = pageOrEmpty(await listMessages(actor, query));
  const { channel, status, customer, journey } = query;
  const t = await getTranslations('messages');
  return (
    <Page title={t('title')} description={t('description')}>
      <MessagesList initial={{ filter: { channel, status, customer, journey }, page }} />
    </Page>
  );
}
