// The first person of a new installation names the workspace and themselves.
'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { formText } from '@/components/shell/form-text';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { PasswordInput } from '@/components/ui/password-input';
import { createOwner } from '@/lib/actions/session';

export function CreateOwnerForm() {
  const t = useTranslations('signIn');
  const router = useRouter();
  const { act, isPending, errorOf } = useAct(createOwner, () => {
    router.replace('/journeys');
    router.refresh();
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    act(ownerFrom(formText(event.currentTarget)));
  };
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
      <Field
        label={t('owner.workspaceName')}
        hint={t('owner.workspaceHint')}
        error={errorOf('workspaceName')}
      >
        <Input name="workspaceName" autoComplete="organization" autoFocus required className="h-10" />
      </Field>
      <Field label={t('owner.name')} error={errorOf('name')}>
        <Input name="name" autoComplete="name" required className="h-10" />
      </Field>
      <Field label={t('email')} error={errorOf('email')}>
        <Input name="email" type="email" autoComplete="username" required className="h-10" />
      </Field>
      <Field label={t('password')} hint={t('owner.passwordHint')} error={errorOf('password')}>
        <PasswordInput name="password" autoComplete="new-password" required className="h-10" />
      </Field>
      <Button type="submit" variant="primary" size="lg" isPending={isPending} className="mt-2">
        {t('owner.submit')}
      </Button>
    </form>
  );
}

function ownerFrom(text: (name: string) => string) {
  const [workspaceName, name] = [text('workspaceName'), text('name')];
  return { workspaceName, name, email: text('email'), password: text('password') };
}
