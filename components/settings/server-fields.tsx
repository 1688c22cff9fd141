// The SMTP server of an e-mail connection.
'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { EmailSettings, Security } from './email-settings';
import { TextField } from './text-field';

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
  const options = securities.map((value) => ({
    value,
    label: t(`securities.${value}`),
    hint: t(`securityHints.${value}`),
  }));
  const onSecurity = (security: Security) => {
    if (Object.values(usualPorts).includes(port)) setPort(usualPorts[security]);
  };
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_6rem_10rem] gap-4 max-sm:grid-cols-2">
        <TextField
          name="host"
          label={t('host')}
          defaultValue={server.host}
          error={errorOf('config.server.host')}
          fieldClassName="max-sm:col-span-2"
        />
        <TextField
          name="port"
          inputMode="numeric"
          label={t('port')}
          value={port}
          onChange={(event) => setPort(event.target.value)}
          error={errorOf('config.server.port')}
        />
        <Field label={t('security')} error={errorOf('config.server.security')}>
          <Select
            name="security"
            defaultValue={server.security}
            onValueChange={onSecurity}
            options={options}
          />
        </Field>
      </div>
      <SignInFields server={server} hasPassword={hasPassword} errorOf={errorOf} />
    </>
  );
}

function SignInFields({ server, hasPassword, errorOf }: ServerFieldsProps) {
  const t = useTranslations('settings.email.delivery');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="username"
        label={t('username')}
        defaultValue={server.username}
        error={errorOf('config.server.username')}
      />
      <TextField
        name="password"
        type="password"
        label={t('password')}
        hint={hasPassword && t('stored')}
        error={errorOf('secret.password') ?? errorOf('secret')}
      />
    </div>
  );
}
