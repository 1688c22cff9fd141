// Something the customer was sent, or would have been. Leads to the message as they got it.
'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { titleOf } from '@/components/messages/content';
import { HeldUntil } from '@/components/messages/held-until';
import { StatusBadge } from '@/components/messages/status-badge';
import type { MessageSummary } from '@/lib/core/api/message';

export function MessageMoment({ message }: { message: MessageSummary }) {
  const t = useTranslations('customers.timeline');
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          href={`/messages?message=${message.id}`}
          className="wrap-anywhere rounded-xs font-medium text-base underline-offset-3 hover:underline"
        >
          {t(`message.${message.channel}`, { title: titleOf(message), address: message.address })}
        </Link>
        <StatusBadge status={message.status} />
      </p>
      <p className="text-muted text-xs">
        {message.reasonText ?? t('journey', { name: message.journeyName, version: message.version })}{' '}
        <HeldUntil at={message.heldUntil} />
      </p>
    </>
  );
}
