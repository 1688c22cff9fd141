// The SMTP server of an e-mail connection.
'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { PasswordInput } from '@/components/ui/password-input';
import { Select } from '@/components/ui/select';
import type { EmailSettings, Security } from './email-settings';

interface ServerFieldsProps {
  server: EmailSettings['server'];
  hasPassword: boolean;
  errorOf: (name: string) => string | undefined;
}

const securities = ['starttls', 'tls', 'none'] as const satisfies Security[];
const usualPorts: Record<Security, string> = { starttls: '587', tls: '465', none: '25' };

export function ServerFields({ server, hasPassword, errorOf }: ServerFieldsProps) {
  const t = useTranslations('settings.email.delivery');
  const [port, setPort] = useState(server.port);
  const onSecurity = (security: Security) => {
    if (Object.values(usualPorts).includes(port)) setPort(usualPorts[security]);
  };
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_6rem_10rem] gap-4 max-sm:grid-cols-2">
        <Field label={t('host')} error={errorOf('config.server.host')} className="max-sm:col-span-2">
          <Input name="host" defaultValue={server.host} autoComplete="off" spellCheck={false} />
        </Field>
        <Field label={t('port')} error={errorOf('config.server.port')}>
          <Input
            name="port"
            inputMode="numeric"
            value={port}
            onChange={(event) => setPort(event.target.value)}
          />
        </Field>
        <Field label={t('security')} error={errorOf('config.server.security')}>
          <Select
            name="security"
            defaultValue={server.security}
            onValueChange={onSecurity}
            options={securities.map((value) => ({
              value,
              label: t(`securities.${value}`),
              hint: t(`securityHints.${value}`),
            }))}
          />
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('username')} error={errorOf('config.server.username')}>
          <Input name="username" defaultValue={server.username} autoComplete="off" spellCheck={false} />
        </Field>
        <Field
          label={t('password')}
          hint={hasPassword && t('stored')}
          error={errorOf('secret.password') ?? errorOf('secret')}
        >
          <PasswordInput name="password" autoComplete="new-password" />
        </Field>
      </div>
    </>
  );
}
