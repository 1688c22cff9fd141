// A Twilio account, and the addresses Twilio must call.
'use client';

import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import type { ConnectionDetail } from '@/lib/core/api/connection';
import { TextField } from './text-field';

interface TwilioFieldsProps {
  connection: ConnectionDetail;
  errorOf: (name: string) => string | undefined;
}

export function TwilioFields({ connection, errorOf }: TwilioFieldsProps) {
  const t = useTranslations('settings.sms');
  const isStored = connection.provider === 'twilio';
  const stored = (name: string) => {
    const value = isStored ? connection.config[name] : undefined;
    return typeof value === 'string' ? value : '';
  };
  const field = (name: 'accountSid' | 'from' | 'messagingServiceSid' | 'baseUrl') => ({
    name,
    defaultValue: stored(name),
    error: errorOf(`config.${name}`),
  });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...field('accountSid')} label={t('accountSid')} />
        <TextField
          name="authToken"
          type="password"
          label={t('authToken')}
          hint={connection.secrets.includes('authToken') && t('stored')}
          error={errorOf('secret.authToken') ?? errorOf('secret')}
        />
        <TextField {...field('from')} label={t('from')} hint={t('fromHint')} />
        <TextField
          {...field('messagingServiceSid')}
          label={t('messagingService')}
          hint={t('messagingServiceHint')}
          isOptional
        />
      </div>
      <TextField {...field('baseUrl')} type="url" label={t('baseUrl')} hint={t('baseUrlHint')} isOptional />
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
