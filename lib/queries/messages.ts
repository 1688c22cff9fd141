// Messages for the browser: the list, and one message with its deliveries.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Channel, MessageDetail, MessageStatus, MessageSummary } from '@/lib/core/api/message';
import type { Page } from '@/lib/core/api/page';
import { byCursor } from './by-cursor';
import { getJson } from './get-json';

export interface MessagesFilter {
  channel?: Channel | undefined;
  status?: MessageStatus | undefined;
  customer?: string | undefined;
  journey?: string | undefined;
}

const refreshMs = 5_000;

export function messagesQuery(filter: MessagesFilter) {
  return infiniteQueryOptions({
    queryKey: ['messages', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<MessageSummary>>('/v1/messages', { ...filter, cursor: pageParam }, signal),
    ...byCursor,
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  });
}

export function messageQuery(id: string) {
  return queryOptions({
    queryKey: ['messages', id],
    queryFn: ({ signal }) => getJson<MessageDetail>(`/v1/messages/${id}`, {}, signal),
  });
}
