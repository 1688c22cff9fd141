// Why customers leave here, in the marketer's words.
'use client';

import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import { FormField } from '../fields/form-field';
import type { FormProps, NodeForm } from '../node-form';

function Form({ value, onChange }: FormProps<'exit'>) {
  const t = useTranslations('forms.exit');
  const optional = useTranslations('forms')('optional');
  return (
    <>
      <p className="text-muted text-sm">{t('intro')}</p>
      <FormField field="reason" label={t('reason')} hint={t('reasonHint')} aside={optional}>
        <Input
          value={value.reason}
          maxLength={200}
          placeholder={t('reasonPlaceholder')}
          onChange={({ target }) => onChange({ ...value, reason: target.value })}
        />
      </FormField>
    </>
  );
}

export const exitForm: NodeForm<'exit'> = { Form };
