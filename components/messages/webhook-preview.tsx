// A webhook call as the other system receives it.
'use client';

import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/ui/code-block';
import type { MessageDetail } from '@/lib/core/api/message';
import { readableBody, titleOf } from './content';

export function WebhookPreview({ message }: { message: MessageDetail }) {
  const t = useTranslations('messages.detail.webhook');
  return (
    <div className="flex flex-col gap-3">
      <CodeBlock title={t('request')} code={titleOf(message)} />
      <CodeBlock title={t('body')} code={readableBody(message.content.body)} />
    </div>
  );
}
