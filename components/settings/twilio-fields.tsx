// A Twilio account, and the addresses Twilio must call.
'use client';

import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { PasswordInput } from '@/components/ui/password-input';
import type { ConnectionDetail } from '@/lib/core/api/connection';

interface TwilioFieldsProps {
  connection: ConnectionDetail;
  errorOf: (name: string) => string | undefined;
}

export function TwilioFields({ connection, errorOf }: TwilioFieldsProps) {
  const t = useTranslations('settings.sms');
  const common = useTranslations('common');
  const isStored = connection.provider === 'twilio';
  const stored = (name: string) => {
    const value = isStored ? connection.config[name] : undefined;
    return typeof value === 'string' ? value : '';
  };
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('accountSid')} error={errorOf('config.accountSid')}>
          <Input
            name="accountSid"
            defaultValue={stored('accountSid')}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
        <Field
          label={t('authToken')}
          hint={connection.secrets.includes('authToken') && t('stored')}
          error={errorOf('secret.authToken') ?? errorOf('secret')}
        >
          <PasswordInput name="authToken" autoComplete="new-password" />
        </Field>
        <Field label={t('from')} hint={t('fromHint')} error={errorOf('config.from')}>
          <Input name="from" defaultValue={stored('from')} autoComplete="off" />
        </Field>
        <Field
          label={t('messagingService')}
          aside={common('optional')}
          hint={t('messagingServiceHint')}
          error={errorOf('config.messagingServiceSid')}
        >
          <Input
            name="messagingServiceSid"
            defaultValue={stored('messagingServiceSid')}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
      </div>
      <Field
        label={t('baseUrl')}
        aside={common('optional')}
        hint={t('baseUrlHint')}
        error={errorOf('config.baseUrl')}
      >
        <Input name="baseUrl" type="url" defaultValue={stored('baseUrl')} autoComplete="off" />
      </Field>
      {connection.callbacks && <Callbacks callbacks={connection.callbacks} />}
    </>
  );
}

function Callbacks({ callbacks }: { callbacks: NonNullable<ConnectionDetail['callbacks']> }) {
  const t = useTranslations('settings.sms');
  const entries = [
    { label: t('statusCallback'), url: callbacks.status },
    { label: t('inboundCallback'), url: callbacks.inbound },
  ];
  return (
    <section className="rounded-md border bg-sunken/50 p-4">
      <h3 className="font-medium text-sm">{t('callbacks')}</h3>
      <p className="mt-0.5 text-muted text-xs">{t('callbacksHint')}</p>
      <dl className="mt-3 flex flex-col gap-2 text-sm">
        {entries.map(({ label, url }) => (
          <div key={label} className="flex items-center gap-2">
            <dt className="w-36 shrink-0 text-muted text-xs">{label}</dt>
            <dd className="wrap-anywhere min-w-0 flex-1 font-mono text-xs">{url}</dd>
            <CopyButton text={url} />
          </div>
        ))}
      </dl>
    </section>
  );
}
