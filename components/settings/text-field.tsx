// A labelled line of text for settings: technical values, so nothing is completed or spell-checked.
'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { PasswordInput } from '@/components/ui/password-input';

interface TextFieldProps extends Omit<ComponentProps<typeof Input>, 'icon'> {
  name: string;
  label: string;
  hint?: string | false;
  error: string | undefined;
  isOptional?: boolean;
  fieldClassName?: string;
}

export function TextField({
  label,
  hint,
  error,
  isOptional,
  fieldClassName,
  type,
  ...input
}: TextFieldProps) {
  const t = useTranslations('common');
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      aside={isOptional && t('optional')}
      {...(fieldClassName && { className: fieldClassName })}
    >
      {type === 'password' ? (
        <PasswordInput autoComplete="new-password" {...input} />
      ) : (
        <Input autoComplete="off" spellCheck={false} {...input} {...(type && { type })} />
      )}
    </Field>
  );
}
