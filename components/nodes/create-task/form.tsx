// What somebody should do for this customer, who, and by when.
'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { DurationField } from '../fields/duration-field';
import { FormField } from '../fields/form-field';
import { LiquidField } from '../fields/liquid-field';
import { useNodeForm } from '../form-context';
import type { FormProps, NodeForm } from '../node-form';

const teams = ['sales', 'support', 'store'] as const;

function Form({ value, onChange }: FormProps<'create-task'>) {
  const t = useTranslations('forms.create-task');
  const optional = useTranslations('forms')('optional');
  const { isReadOnly } = useNodeForm();
  return (
    <>
      <FormField field="team" label={t('team')}>
        <Select
          options={teams.map((team) => ({ value: team, label: t(`teams.${team}`) }))}
          value={value.team}
          disabled={isReadOnly}
          onValueChange={(team) => onChange({ ...value, team })}
        />
      </FormField>
      <LiquidField
        field="title"
        label={t('title')}
        placeholder={t('titlePlaceholder')}
        value={value.title}
        maxLength={300}
        onChange={(title) => onChange({ ...value, title })}
      />
      <LiquidField
        field="note"
        label={t('note')}
        aside={optional}
        rows={5}
        value={value.note}
        maxLength={5000}
        onChange={(note) => onChange({ ...value, note })}
      />
      <DurationField
        field="dueIn.amount"
        label={t('dueIn')}
        value={value.dueIn}
        onChange={(dueIn) => onChange({ ...value, dueIn })}
      />
    </>
  );
}

export const createTaskForm: NodeForm<'create-task'> = { Form };
