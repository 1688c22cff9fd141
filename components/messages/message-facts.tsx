// Who, from where, how far, and why: the head of an opened message.
'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { MessageDetail } from '@/lib/core/api/message';
import { mailboxOf, textIn } from './content';
import { ReplayButton } from './replay-button';

const linkLook =
  'rounded-xs text-accent-ink underline decoration-accent/35 underline-offset-3 hover:decoration-accent';

export function MessageFacts({ message }: { message: MessageDetail }) {
  const t = useTranslations('messages');
  const format = useFormatter();
  const from = mailboxOf(message.content.from);
  const replyTo = textIn(message.content, 'replyTo');
  return (
    <div className="border-b px-5 py-4 max-sm:px-4">
      <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
        {from && <Fact term={t('detail.from')}>{from}</Fact>}
        <Fact term={t('detail.to')}>
          <Link href={`/customers/${message.customerId}`} className={linkLook}>
            {message.customerLabel}
          </Link>
          {message.address !== message.customerLabel && (
            <span className="wrap-anywhere text-muted"> {message.address}</span>
          )}
        </Fact>
        {replyTo && <Fact term={t('detail.replyTo')}>{replyTo}</Fact>}
        <Fact term={t('detail.journey')}>
          <Link href={`/journeys/${message.journeyId}?node=${message.nodeId}`} className={linkLook}>
            {t('detail.journeyVersion', { name: message.journeyName, version: message.version })}
          </Link>
        </Fact>
        <Fact term={t('detail.created')}>
          <time dateTime={message.createdAt}>{format.dateTime(new Date(message.createdAt), 'full')}</time>
        </Fact>
        {message.category && <Fact term={t('detail.category')}>{message.category}</Fact>}
        {message.heldUntil && (
          <Fact term={t('detail.goes')}>
            <time dateTime={message.heldUntil}>{format.dateTime(new Date(message.heldUntil), 'full')}</time>
          </Fact>
        )}
        <Fact term={t('detail.why')}>
          {message.reasonText ?? t(`statusHints.${message.status}`)}{' '}
          {message.status === 'sandboxed' && message.channel !== 'webhook' && (
            <Link href={`/settings/${message.channel}`} className={linkLook}>
              {t('detail.connect')}
            </Link>
          )}
        </Fact>
      </dl>
      {message.status === 'failed' && <ReplayButton id={message.id} />}
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="wrap-anywhere min-w-0">{children}</dd>
    </>
  );
}
