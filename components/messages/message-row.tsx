// One message in the list. The whole row opens it.
'use client';

import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, Row } from '@/components/ui/table';
import type { MessageSummary } from '@/lib/core/api/message';
import { ChannelIcon } from './channel-icon';
import { titleOf } from './content';
import { HeldUntil } from './held-until';
import { StatusBadge } from './status-badge';

export function MessageRow({ message, onOpen }: { message: MessageSummary; onOpen: () => void }) {
  const t = useTranslations('messages');
  const channels = useTranslations('common.channels');
  return (
    <Row>
      <Cell className="h-15 w-full max-w-0 sm:w-1/2">
        <div className="flex items-center gap-3 max-sm:items-start">
          <ChannelIcon channel={message.channel} />
          <div className="min-w-0">
            <button
              type="button"
              className="stretched block max-w-full truncate text-left font-medium text-base"
              onClick={onOpen}
            >
              <span className="sr-only">{channels(message.channel)}</span>{' '}
              {titleOf(message) || t('noSubject')}
            </button>
            <span className="block truncate text-muted text-xs">
              {message.customerLabel}
              {message.address && message.address !== message.customerLabel && ` · ${message.address}`}
            </span>
            <span className="mt-1.5 flex items-center gap-2 text-muted text-xs sm:hidden">
              <StatusBadge status={message.status} />
              {message.heldUntil ? (
                <HeldUntil at={message.heldUntil} />
              ) : (
                <RelativeTime at={message.createdAt} />
              )}
            </span>
          </div>
        </div>
      </Cell>
      <Cell className="w-1/4 max-w-0 truncate text-muted max-lg:hidden">{message.journeyName}</Cell>
      <Cell className="max-sm:hidden">
        <StatusBadge status={message.status} />
        <HeldUntil at={message.heldUntil} className="mt-1 block whitespace-nowrap text-muted text-xs" />
      </Cell>
      <Cell className="whitespace-nowrap text-muted max-sm:hidden">
        <RelativeTime at={message.createdAt} />
      </Cell>
    </Row>
  );
}
