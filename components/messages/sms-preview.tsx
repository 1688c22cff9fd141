// A text message as it looks on the customer's phone.
'use client';

import { useTranslations } from 'next-intl';
import type { JsonObject } from '@/lib/core/json';
import { textIn } from './content';

export function SmsPreview({ content }: { content: JsonObject }) {
  const t = useTranslations('messages.detail.sms');
  const text = textIn(content, 'text');
  const { segments } = content;
  const facts = [
    t('characters', { count: [...text].length }),
    typeof segments === 'number' ? t('segments', { count: segments }) : '',
    textIn(content, 'encoding'),
  ].filter(Boolean);
  return (
    <div className="flex flex-col items-center gap-4">
      <figure
        aria-label={t('phone')}
        className="flex h-[26rem] w-72 flex-col rounded-[2.5rem] border-6 border-ink/85 bg-page p-4 shadow-mid"
      >
        <span aria-hidden className="mx-auto mb-4 h-5 w-20 rounded-full bg-ink/85" />
        <span className="mx-auto mb-3 text-muted text-xs">{textIn(content, 'from')}</span>
        <p className="wrap-anywhere max-w-[92%] overflow-y-auto whitespace-pre-wrap rounded-xl rounded-bl-xs bg-ink/8 px-3.5 py-2.5 text-base">
          {text}
        </p>
      </figure>
      <p className="tabular text-muted text-xs">{facts.join(' · ')}</p>
    </div>
  );
}
