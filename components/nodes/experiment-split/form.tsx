// The arms of an experiment, and who is kept out of it.
'use client';

import { useTranslations } from 'next-intl';
import { FormField } from '../fields/form-field';
import { NumberInput } from '../fields/number-input';
import { SharesField } from '../fields/shares-field';
import type { FormProps, NodeForm } from '../node-form';

function Form({ value, onChange }: FormProps<'experiment-split'>) {
  const t = useTranslations('forms.experiment-split');
  return (
    <>
      <p className="text-muted text-sm">{t('intro')}</p>
      <SharesField
        field="arms"
        label={t('arms')}
        value={value.arms}
        onChange={(arms) => onChange({ ...value, arms })}
      />
      <FormField field="holdoutPercent" label={t('holdout')} hint={t('holdoutHint')}>
        <NumberInput
          className="w-24 tabular"
          value={value.holdoutPercent}
          onChange={(holdoutPercent) => onChange({ ...value, holdoutPercent })}
        />
      </FormField>
    </>
  );
}

export const experimentSplitForm: NodeForm<'experiment-split'> = { Form };
