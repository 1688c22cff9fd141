// Which attribute of the customer is written, and its new value.
'use client';

import { useTranslations } from 'next-intl';
import { ValueEditor } from '@/components/condition/value-editor';
import { FormField } from '../fields/form-field';
import { SuggestInput } from '../fields/suggest-input';
import { useNodeForm } from '../form-context';
import type { FormProps, NodeForm } from '../node-form';

function Form({ value, onChange }: FormProps<'set-attribute'>) {
  const t = useTranslations('forms.set-attribute');
  const { suggestions } = useNodeForm();
  // The editor of a condition's value writes exactly what an attribute may hold: text, a number, yes or no.
  const asTest = {
    type: 'test' as const,
    subject: 'attribute' as const,
    path: [value.attribute],
    operator: 'equals' as const,
    value: value.value,
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
      <FormField field="value" label={t('value')}>
        <div className="flex gap-1.5">
          <ValueEditor
            value={asTest}
            onChange={(test) => {
              if (test.value !== undefined && !Array.isArray(test.value))
                onChange({ ...value, value: test.value });
            }}
          />
        </div>
      </FormField>
    </>
  );
}

export const setAttributeForm: NodeForm<'set-attribute'> = { Form };
