// How people come in by hand or by a list.
'use client';

import { useTranslations } from 'next-intl';
import { KeyField } from '../fields/key-field';
import type { FormProps, NodeForm } from '../node-form';

function Form({ value, onChange }: FormProps<'list-trigger'>) {
  const t = useTranslations('forms.list-trigger');
  return (
    <>
      <p className="text-muted text-sm">{t('intro')}</p>
      <KeyField
        label={t('key')}
        hint={t('keyHint')}
        value={value.key}
        onChange={(key) => onChange({ ...value, key })}
      />
    </>
  );
}

export const listTriggerForm: NodeForm<'list-trigger'> = { Form };
