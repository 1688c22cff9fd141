// What must hold for the wait to end, and when it ends without it.
'use client';

import { useTranslations } from 'next-intl';
import { ConditionBuilder } from '@/components/condition/condition-builder';
import { DurationField } from '../fields/duration-field';
import type { FormProps, NodeForm } from '../node-form';

function Form({ value, onChange }: FormProps<'wait-for-condition'>) {
  const t = useTranslations('forms.wait-for-condition');
  return (
    <>
      <p className="text-muted text-sm">{t('intro')}</p>
      <div data-field="condition">
        <ConditionBuilder
          field="condition"
          subject="attribute"
          value={value.condition}
          onChange={(condition) => onChange({ ...value, condition })}
        />
      </div>
      <DurationField
        field="timeout.amount"
        label={t('timeout')}
        value={value.timeout}
        onChange={(timeout) => onChange({ ...value, timeout })}
      />
    </>
  );
}

export const waitForConditionForm: NodeForm<'wait-for-condition'> = { Form };
