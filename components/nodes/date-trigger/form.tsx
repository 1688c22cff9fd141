// Which date of the customer starts the journey, how many days from it, and at what time of their day.
'use client';

import { useTranslations } from 'next-intl';
import { AttributeField } from '../fields/attribute-field';
import { ChoiceField } from '../fields/choice-field';
import { FilterField } from '../fields/filter-field';
import { FormField } from '../fields/form-field';
import { NumberInput } from '../fields/number-input';
import { TimeOfDayField } from '../fields/time-of-day-field';
import type { FormProps, NodeForm } from '../node-form';

function Form({ value, onChange }: FormProps<'date-trigger'>) {
  const t = useTranslations('forms.date-trigger');
  return (
    <>
      <AttributeField
        label={t('attribute')}
        hint={t('attributeHint')}
        placeholder={t('attributePlaceholder')}
        value={value.attribute}
        onChange={(attribute) => onChange({ ...value, attribute })}
      />
      <ChoiceField
        field="repeats"
        label={t('repeats')}
        hint={t(`repeatsHints.${value.repeats}`)}
        value={value.repeats}
        options={[
          { value: 'yearly', label: t('repeatsNames.yearly') },
          { value: 'once', label: t('repeatsNames.once') },
        ]}
        onChange={(repeats) => onChange({ ...value, repeats })}
      />
      <OffsetFields value={value} onChange={onChange} />
      <TimeOfDayField
        label={t('time')}
        hint={t('timeHint')}
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
      />
      <FilterField
        subject="attribute"
        label={t('filter')}
        value={value.filter}
        onChange={(filter) => onChange({ ...value, filter })}
      />
    </>
  );
}

function OffsetFields({ value, onChange }: FormProps<'date-trigger'>) {
  const t = useTranslations('forms.date-trigger');
  const { offset } = value;
  return (
    <div className="grid grid-cols-2 gap-3">
      <FormField field="offset.days" label={t('days')}>
        <NumberInput
          className="tabular"
          value={offset.days}
          onChange={(days) => onChange({ ...value, offset: { ...offset, days } })}
        />
      </FormField>
      <ChoiceField
        field="offset.direction"
        label={t('direction')}
        value={offset.direction}
        options={[
          { value: 'before', label: t('directions.before') },
          { value: 'after', label: t('directions.after') },
        ]}
        onChange={(direction) => onChange({ ...value, offset: { ...offset, direction } })}
      />
    </div>
  );
}

export const dateTriggerForm: NodeForm<'date-trigger'> = { Form };
