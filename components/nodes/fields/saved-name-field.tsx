// Under which name a step keeps something, and how a message says it.
'use client';

import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import { FormField } from './form-field';

interface SavedNameFieldProps {
  field: string;
  value: string;
  onChange: (value: string) => void;
}

export function SavedNameField({ field, value, onChange }: SavedNameFieldProps) {
  const t = useTranslations('forms.savedName');
  return (
    <FormField field={field} label={t('label')} hint={t('hint', { said: `{{ saved.${value || '…'} }}` })}>
      <Input
        value={value}
        maxLength={60}
        className="font-mono text-xs"
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
      />
    </FormField>
  );
}
