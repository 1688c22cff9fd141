// The faces of an opened message: as the customer gets it, its parts, and the attempts to hand it over.
'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import type { MessageDetail } from '@/lib/core/api/message';
import { AttemptList } from './attempt-list';
import { textIn } from './content';
import { EmailPreview } from './email-preview';
import { HeaderList } from './header-list';
import { SmsPreview } from './sms-preview';
import { WebhookPreview } from './webhook-preview';

export function MessageFaces({ message }: { message: MessageDetail }) {
  const t = useTranslations('messages.detail.tabs');
  const { channel, content } = message;
  const plainText = channel === 'email' ? textIn(content, 'text') : '';
  return (
    <Tabs defaultValue="preview">
      <TabsList className="sticky top-0 z-10 bg-raised px-5 max-sm:px-4">
        <TabsTrigger value="preview">{t('preview')}</TabsTrigger>
        {plainText && <TabsTrigger value="text">{t('text')}</TabsTrigger>}
        {channel !== 'sms' && <TabsTrigger value="headers">{t('headers')}</TabsTrigger>}
        <TabsTrigger value="attempts" className="flex items-center gap-1.5">
          {t('attempts')}
          {message.deliveries.length > 0 && <Badge className="tabular">{message.deliveries.length}</Badge>}
        </TabsTrigger>
      </TabsList>
      <TabsContent value="preview" className="p-5 outline-offset-[-4px] max-sm:p-4">
        {channel === 'email' && <EmailPreview content={content} />}
        {channel === 'sms' && <SmsPreview content={content} />}
        {channel === 'webhook' && <WebhookPreview message={message} />}
      </TabsContent>
      <TabsContent value="text" className="p-5 max-sm:p-4">
        <p className="wrap-anywhere whitespace-pre-wrap font-mono text-sm">{plainText}</p>
      </TabsContent>
      <TabsContent value="headers" className="p-5 max-sm:p-4">
        <HeaderList content={content} />
      </TabsContent>
      <TabsContent value="attempts" className="p-5 max-sm:p-4">
        <AttemptList deliveries={message.deliveries} />
      </TabsContent>
    </Tabs>
  );
}
