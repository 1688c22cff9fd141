// Which tag is put on or taken off.
'use client';

import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { FormField } from '../fields/form-field';
import { useNodeForm } from '../form-context';
import type { FormProps, NodeForm } from '../node-form';

const actions = ['add', 'remove'] as const;

function Form({ value, onChange }: FormProps<'tag'>) {
  const t = useTranslations('forms.tag');
  const { isReadOnly } = useNodeForm();
  return (
    <>
      <FormField field="action" label={t('action')}>
        <Select
          options={actions.map((action) => ({ value: action, label: t(`actions.${action}`) }))}
          value={value.action}
          disabled={isReadOnly}
          onValueChange={(action) => onChange({ ...value, action })}
        />
      </FormField>
      <FormField field="tag" label={t('tag')} hint={t('tagHint')}>
        <Input
          value={value.tag}
          maxLength={100}
          placeholder={t('tagPlaceholder')}
          onChange={({ target }) => onChange({ ...value, tag: target.value })}
        />
      </FormField>
    </>
  );
}

export const tagForm: NodeForm<'tag'> = { Form };
