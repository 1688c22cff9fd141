// Which attribute starts the journey when it changes, and which changes count.
'use client';

import { useTranslations } from 'next-intl';
import { AttributeField } from '../fields/attribute-field';
import { ChoiceField } from '../fields/choice-field';
import { FilterField } from '../fields/filter-field';
import { ValueField } from '../fields/value-field';
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
      {(value.change === 'to' || value.change === 'from') && (
        <ValueField
          label={t('value')}
          attribute={value.attribute}
          value={value.value}
          onChange={(next) => onChange({ ...value, value: next })}
        />
      )}
      <FilterField
        subject="attribute"
        label={t('filter')}
        value={value.filter}
        onChange={(filter) => onChange({ ...value, filter })}
      />
    </>
  );
}

export const attributeTriggerForm: NodeForm<'attribute-trigger'> = { Form };
