// E-mail and password; where they lead afterwards is decided by the server that drew the page.
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
import { signIn } from '@/lib/actions/session';

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('signIn');
  const router = useRouter();
  const { act, isPending, errorOf } = useAct(signIn, () => {
    router.replace(next);
    router.refresh();
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = formText(event.currentTarget);
    act({ email: text('email'), password: text('password') });
  };
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
      <Field label={t('email')} error={errorOf('email')}>
        <Input name="email" type="email" autoComplete="username" autoFocus required className="h-10" />
      </Field>
      <Field label={t('password')} error={errorOf('password')}>
        <PasswordInput name="password" autoComplete="current-password" required className="h-10" />
      </Field>
      <Button type="submit" variant="primary" size="lg" isPending={isPending} className="mt-2">
        {t('submit')}
      </Button>
      <p className="text-muted text-xs">{t('forgotten')}</p>
    </form>
  );
}
