// Which day of the month: by number, or the last one whatever its number.
'use client';

import { useTranslations } from 'next-intl';
import { ChoiceField } from '../fields/choice-field';
import { FormField } from '../fields/form-field';
import { NumberInput } from '../fields/number-input';

interface MonthDayFieldProps {
  value: number | 'last';
  onChange: (value: number | 'last') => void;
}

export function MonthDayField({ value, onChange }: MonthDayFieldProps) {
  const t = useTranslations('forms.schedule-trigger');
  return (
    <div className="grid grid-cols-2 gap-3">
      <ChoiceField
        field="monthDayKind"
        label={t('monthDay')}
        value={value === 'last' ? 'last' : 'number'}
        options={[
          { value: 'number', label: t('monthDays.number') },
          { value: 'last', label: t('monthDays.last') },
        ]}
        onChange={(kind) => onChange(kind === 'last' ? 'last' : 1)}
      />
      {value !== 'last' && (
        <FormField field="monthDay" label={t('dayNumber')}>
          <NumberInput className="tabular" value={value} onChange={onChange} />
        </FormField>
      )}
    </div>
  );
}
