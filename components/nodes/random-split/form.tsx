// How many ways there are, and how many customers take each.
'use client';

import { useTranslations } from 'next-intl';
import { SharesField } from '../fields/shares-field';
import type { FormProps, NodeForm } from '../node-form';

function Form({ value, onChange }: FormProps<'random-split'>) {
  const t = useTranslations('forms.random-split');
  return (
    <>
      <p className="text-muted text-sm">{t('intro')}</p>
      <SharesField
        field="ways"
        label={t('ways')}
        value={value.ways}
        onChange={(ways) => onChange({ ...value, ways })}
      />
    </>
  );
}

export const randomSplitForm: NodeForm<'random-split'> = { Form };
