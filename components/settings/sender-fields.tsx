// Who e-mails come from.
'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { EmailSettings } from './email-settings';

interface SenderFieldsProps {
  sender: EmailSettings['sender'];
  errorOf: (name: string) => string | undefined;
}

export function SenderFields({ sender, errorOf }: SenderFieldsProps) {
  const t = useTranslations('settings.email.sender');
  const common = useTranslations('common');
  return (
    <>
      <h3 className="mt-2 border-t pt-4 font-semibold text-sm">{t('title')}</h3>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('fromName')} error={errorOf('fromName')}>
          <Input name="fromName" defaultValue={sender.fromName} maxLength={80} autoComplete="off" />
        </Field>
        <Field label={t('fromAddress')} error={errorOf('fromAddress')}>
          <Input name="fromAddress" type="email" defaultValue={sender.fromAddress} autoComplete="off" />
        </Field>
      </div>
      <p className="-mt-2 text-muted text-xs">{t('fromHint')}</p>
      <Field
        label={t('replyTo')}
        aside={common('optional')}
        hint={t('replyToHint')}
        error={errorOf('replyTo')}
      >
        <Input name="replyTo" type="email" defaultValue={sender.replyTo} autoComplete="off" />
      </Field>
      <Field
        label={t('postalAddress')}
        aside={common('optional')}
        hint={t('postalHint')}
        error={errorOf('postalAddress')}
      >
        <Textarea name="postalAddress" rows={2} defaultValue={sender.postalAddress} className="min-h-16" />
      </Field>
    </>
  );
}
