// Which attribute starts the journey when it changes, and which changes count.
'use client';

import { useTranslations } from 'next-intl';
import { ValueEditor } from '@/components/condition/value-editor';
import { AttributeField } from '../fields/attribute-field';
import { ChoiceField } from '../fields/choice-field';
import { FilterField } from '../fields/filter-field';
import { FormField } from '../fields/form-field';
import type { FormProps, NodeForm } from '../node-form';

const changes = ['any', 'to', 'from', 'set', 'removed'] as const;

function Form({ value, onChange }: FormProps<'attribute-trigger'>) {
  const t = useTranslations('forms.attribute-trigger');
  return (
    <>
      <AttributeField
        label={t('attribute')}
        hint={t('attributeHint')}
        value={value.attribute}
        onChange={(attribute) => onChange({ ...value, attribute })}
      />
      <ChoiceField
        field="change"
        label={t('change')}
        value={value.change}
        options={changes.map((change) => ({ value: change, label: t(`changes.${change}`) }))}
        onChange={(change) => onChange({ ...value, change })}
      />
      {(value.change === 'to' || value.change === 'from') && <ValueField value={value} onChange={onChange} />}
      <FilterField
        label={t('filter')}
        value={value.filter}
        onChange={(filter) => onChange({ ...value, filter })}
      />
    </>
  );
}

function ValueField({ value, onChange }: FormProps<'attribute-trigger'>) {
  const t = useTranslations('forms.attribute-trigger');
  const asTest = {
    type: 'test' as const,
    subject: 'attribute' as const,
    path: [value.attribute],
    operator: 'equals' as const,
    value: value.value,
  };
  return (
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
  );
}

export const attributeTriggerForm: NodeForm<'attribute-trigger'> = { Form };
