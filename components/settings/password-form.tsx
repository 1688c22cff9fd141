// A new password for whoever is signed in.
'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '@/components/shell/use-act';
import { Field } from '@/components/ui/field';
import { PasswordInput } from '@/components/ui/password-input';
import { toast } from '@/components/ui/toast';
import { changePassword } from '@/lib/actions/session';
import { FormCard } from './form-card';

export function PasswordForm() {
  const t = useTranslations('settings.account.password');
  const [changes, setChanges] = useState(0);
  const { act, isPending, errorOf } = useAct(changePassword, () => {
    toast.success(t('changed'));
    setChanges(changes + 1);
  });
  return (
    <FormCard
      // A new form after each change: passwords do not stay in the page.
      key={changes}
      isEditable
      title={t('title')}
      description={t('description')}
      submit={t('submit')}
      isPending={isPending}
      onSubmit={(text) => act({ currentPassword: text('currentPassword'), newPassword: text('newPassword') })}
    >
      <Field label={t('current')} error={errorOf('currentPassword')}>
        <PasswordInput name="currentPassword" autoComplete="current-password" />
      </Field>
      <Field label={t('new')} hint={t('newHint')} error={errorOf('newPassword')}>
        <PasswordInput name="newPassword" autoComplete="new-password" />
      </Field>
    </FormCard>
  );
}
