// How another system, or another journey, lets customers in, and for which calls it does.
'use client';

import { useTranslations } from 'next-intl';
import { FilterField } from '../fields/filter-field';
import { KeyField } from '../fields/key-field';
import type { FormProps, NodeForm } from '../node-form';

function Form({ value, onChange }: FormProps<'api-trigger'>) {
  const t = useTranslations('forms.api-trigger');
  return (
    <>
      <p className="text-muted text-sm">{t('intro')}</p>
      <FilterField
        label={t('filter')}
        value={value.filter}
        onChange={(filter) => onChange({ ...value, filter })}
      />
      <KeyField
        label={t('key')}
        hint={t('keyHint')}
        value={value.key}
        onChange={(key) => onChange({ ...value, key })}
      />
    </>
  );
}

export const apiTriggerForm: NodeForm<'api-trigger'> = { Form };
