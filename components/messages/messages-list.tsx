// Deliveries and sandbox: every message, newest first, kept fresh; one of them opens beside the list.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ListFrame } from '@/components/shell/list-frame';
import { useUrlFilter } from '@/components/shell/use-url-filter';
import { HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
import type { MessageSummary } from '@/lib/core/api/message';
import type { Page } from '@/lib/core/api/page';
import { firstPage } from '@/lib/queries/first-page';
import { type MessagesFilter, messagesQuery } from '@/lib/queries/messages';
import { MessageRow } from './message-row';
import { MessageSheet } from './message-sheet';
import { FirstMessage, NoSuchMessages } from './messages-empty';
import { channelOf, MessagesToolbar, statusOf } from './messages-toolbar';

interface MessagesListProps {
  initial: { filter: MessagesFilter; page: Page<MessageSummary> };
}

export function MessagesList({ initial }: MessagesListProps) {
  const [read, change] = useUrlFilter();
  const filter: MessagesFilter = {
    channel: channelOf(read('channel')),
    status: statusOf(read('status')),
    customer: read('customer'),
    journey: read('journey'),
  };
  const isInitial = JSON.stringify(filter) === JSON.stringify(initial.filter);
  const query = useInfiniteQuery({
    ...messagesQuery(filter),
    ...firstPage(isInitial ? initial.page : undefined),
  });
  const messages = query.data?.pages.flatMap((page) => page.data) ?? [];
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const showAll = () =>
    change({ channel: undefined, status: undefined, customer: undefined, journey: undefined });
  const isEmpty = query.isSuccess && messages.length === 0;
  return (
    <>
      {(isFiltered || !isEmpty) && <MessagesToolbar filter={filter} onChange={change} />}
      <ListFrame query={query}>
        {isEmpty && (isFiltered ? <NoSuchMessages onShowAll={showAll} /> : <FirstMessage />)}
        {messages.length > 0 && (
          <MessagesTable messages={messages} onOpen={(message) => change({ message })} />
        )}
      </ListFrame>
      <MessageSheet id={read('message')} onClose={() => change({ message: undefined })} />
    </>
  );
}

interface MessagesTableProps {
  messages: readonly MessageSummary[];
  onOpen: (id: string) => void;
}

function MessagesTable({ messages, onOpen }: MessagesTableProps) {
  const t = useTranslations('messages.columns');
  return (
    <Table>
      <TableHead>
        <Row>
          <HeaderCell>{t('message')}</HeaderCell>
          <HeaderCell className="max-lg:hidden">{t('journey')}</HeaderCell>
          <HeaderCell className="max-sm:hidden">{t('status')}</HeaderCell>
          <HeaderCell className="max-sm:hidden">{t('created')}</HeaderCell>
        </Row>
      </TableHead>
      <tbody>
        {messages.map((message) => (
          <MessageRow key={message.id} message={message} onOpen={() => onOpen(message.id)} />
        ))}
      </tbody>
    </Table>
  );
}
