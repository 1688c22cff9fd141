// Which attribute of the customer is written, and what becomes of it.
'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { FormField } from '../fields/form-field';
import { NumberInput } from '../fields/number-input';
import { SuggestInput } from '../fields/suggest-input';
import { ValueField } from '../fields/value-field';
import { useNodeForm } from '../form-context';
import type { FormProps, NodeForm } from '../node-form';

const modes = ['set', 'increment', 'unset'] as const;
type Mode = (typeof modes)[number];

function Form({ value, onChange }: FormProps<'set-attribute'>) {
  const t = useTranslations('forms.set-attribute');
  const { suggestions, isReadOnly } = useNodeForm();
  const choose = (mode: Mode) => {
    // What is added must be a number; a text typed for `set` would only be refused.
    const isUnfit = mode === 'increment' && typeof value.value !== 'number';
    onChange({ ...value, mode, value: isUnfit ? 1 : value.value });
  };
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
      <FormField field="mode" label={t('mode')}>
        <Select
          options={modes.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
          value={value.mode}
          disabled={isReadOnly}
          onValueChange={choose}
        />
      </FormField>
      {value.mode === 'increment' && (
        <FormField field="value" label={t('by')} hint={t('byHint')}>
          <NumberInput
            className="w-32 tabular"
            value={typeof value.value === 'number' ? value.value : ''}
            onChange={(next) => onChange({ ...value, value: next })}
          />
        </FormField>
      )}
      {value.mode === 'set' && (
        <ValueField
          label={t('value')}
          attribute={value.attribute}
          value={value.value}
          onChange={(next) => onChange({ ...value, value: next })}
        />
      )}
    </>
  );
}

export const setAttributeForm: NodeForm<'set-attribute'> = { Form };
