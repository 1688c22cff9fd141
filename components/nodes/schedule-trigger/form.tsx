// When everybody who fits comes in: once or again and again, on whose clock.
'use client';

import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import { ChoiceField } from '../fields/choice-field';
import { FilterField } from '../fields/filter-field';
import { FormField } from '../fields/form-field';
import { TimeOfDayField } from '../fields/time-of-day-field';
import { WeekdaysField } from '../fields/weekdays-field';
import type { FormProps, NodeForm } from '../node-form';
import { MonthDayField } from './month-day-field';

type Props = FormProps<'schedule-trigger'>;

function Form({ value, onChange }: Props) {
  const t = useTranslations('forms.schedule-trigger');
  return (
    <>
      <ChoiceField
        field="kind"
        label={t('kind')}
        value={value.kind}
        options={[
          { value: 'recurring', label: t('kinds.recurring') },
          { value: 'once', label: t('kinds.once') },
        ]}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      {value.kind === 'once' ? (
        <FormField field="date" label={t('date')}>
          <Input
            type="date"
            className="w-44 tabular"
            value={value.date}
            onChange={({ target }) => onChange({ ...value, date: target.value })}
          />
        </FormField>
      ) : (
        <Rhythm value={value} onChange={onChange} />
      )}
      <TimeOfDayField
        label={t('time')}
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
      />
      <ChoiceField
        field="zone"
        label={t('zone')}
        hint={t(`zoneHints.${value.zone}`)}
        value={value.zone}
        options={[
          { value: 'customer', label: t('zones.customer') },
          { value: 'workspace', label: t('zones.workspace') },
        ]}
        onChange={(zone) => onChange({ ...value, zone })}
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

function Rhythm({ value, onChange }: Props) {
  const t = useTranslations('forms.schedule-trigger');
  const { every } = value;
  return (
    <>
      <ChoiceField
        field="every"
        label={t('every')}
        value={every}
        options={[
          { value: 'day', label: t('everies.day') },
          { value: 'week', label: t('everies.week') },
          { value: 'month', label: t('everies.month') },
        ]}
        onChange={(next) => onChange({ ...value, every: next })}
      />
      {every === 'week' && (
        <WeekdaysField
          label={t('weekdays')}
          value={value.weekdays}
          onChange={(weekdays) => onChange({ ...value, weekdays })}
        />
      )}
      {every === 'month' && (
        <MonthDayField value={value.monthDay} onChange={(monthDay) => onChange({ ...value, monthDay })} />
      )}
    </>
  );
}

export const scheduleTriggerForm: NodeForm<'schedule-trigger'> = { Form };
