// How long the customer stays here.
'use client';

import { useTranslations } from 'next-intl';
import { DurationField } from '../fields/duration-field';
import type { FormProps, NodeForm } from '../node-form';

function Form({ value, onChange }: FormProps<'delay'>) {
  const t = useTranslations('forms.delay');
  return <DurationField field="amount" label={t('amount')} value={value} onChange={onChange} />;
}

export const delayForm: NodeForm<'delay'> = { Form };
