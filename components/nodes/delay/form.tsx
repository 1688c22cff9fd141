// How long the customer stays here, or until when.
'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { DurationField } from '../fields/duration-field';
import { FormField } from '../fields/form-field';
import { NumberInput } from '../fields/number-input';
import { SuggestInput } from '../fields/suggest-input';
import { TimeOfDayField } from '../fields/time-of-day-field';
import { WeekdaysField } from '../fields/weekdays-field';
import { useNodeForm } from '../form-context';
import type { FormProps, NodeForm } from '../node-form';

const modes = ['duration', 'time-of-day', 'date'] as const;

function Form({ value, onChange }: FormProps<'delay'>) {
  const t = useTranslations('forms.delay');
  const { isReadOnly } = useNodeForm();
  const { mode } = value;
  return (
    <>
      <FormField field="mode" label={t('mode')}>
        <Select
          options={modes.map((one) => ({ value: one, label: t(`modes.${one}`) }))}
          value={mode}
          disabled={isReadOnly}
          onValueChange={(next) => onChange({ ...value, mode: next })}
        />
      </FormField>
      {mode === 'duration' && (
        <DurationField
          field="amount"
          label={t('amount')}
          value={value}
          onChange={({ amount, unit }) => onChange({ ...value, amount, unit })}
        />
      )}
      {mode === 'date' && <DateFields value={value} onChange={onChange} />}
      {mode !== 'duration' && (
        <TimeOfDayField
          label={t('time')}
          hint={t('timeHint')}
          value={value.time}
          onChange={(time) => onChange({ ...value, time })}
        />
      )}
      {mode === 'time-of-day' && (
        <WeekdaysField
          label={t('weekdays')}
          hint={t('weekdaysHint')}
          value={value.weekdays}
          onChange={(weekdays) => onChange({ ...value, weekdays })}
        />
      )}
    </>
  );
}

function DateFields({ value, onChange }: FormProps<'delay'>) {
  const t = useTranslations('forms.delay');
  const { suggestions } = useNodeForm();
  return (
    <>
      <FormField field="attribute" label={t('attribute')} hint={t('attributeHint')}>
        <SuggestInput
          value={value.attribute}
          onChange={(attribute) => onChange({ ...value, attribute })}
          suggestions={suggestions.attributes}
          placeholder={t('attributePlaceholder')}
          maxLength={150}
        />
      </FormField>
      <FormField field="offsetDays" label={t('offset')} hint={t('offsetHint')}>
        <NumberInput
          className="w-24 tabular"
          value={value.offsetDays}
          onChange={(offsetDays) => onChange({ ...value, offsetDays })}
        />
      </FormField>
    </>
  );
}

export const delayForm: NodeForm<'delay'> = { Form };
