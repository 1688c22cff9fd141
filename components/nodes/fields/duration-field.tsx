// A length of time: a number, its unit, and the lengths that are chosen most.
'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { type Duration, DurationUnit } from '@/lib/core/duration';
import { useNodeForm } from '../form-context';
import { FormField } from './form-field';
import { NumberInput } from './number-input';

interface DurationFieldProps {
  /** Path of the amount, where the compiler reports a duration out of bounds. */
  field: string;
  label: string;
  value: Duration;
  onChange: (value: Duration) => void;
}

const presets: readonly Duration[] = [
  { amount: 30, unit: 'minutes' },
  { amount: 1, unit: 'hours' },
  { amount: 1, unit: 'days' },
  { amount: 3, unit: 'days' },
  { amount: 7, unit: 'days' },
];

export function DurationField({ field, label, value, onChange }: DurationFieldProps) {
  const t = useTranslations('forms.duration');
  const { isReadOnly } = useNodeForm();
  const units = DurationUnit.options.map((unit) => ({ value: unit, label: t(`units.${unit}`) }));
  return (
    <div className="flex flex-col gap-2">
      <FormField field={field} label={label}>
        <div className="flex gap-2">
          <NumberInput
            className="w-24 tabular"
            value={value.amount}
            onChange={(amount) => onChange({ ...value, amount })}
          />
          <Select
            aria-label={t('unit')}
            options={units}
            value={value.unit}
            disabled={isReadOnly}
            onValueChange={(unit) => onChange({ ...value, unit })}
          />
        </div>
      </FormField>
      <div className="flex flex-wrap gap-1.5">
        {presets.map((preset) => (
          <button
            key={`${preset.amount} ${preset.unit}`}
            type="button"
            aria-pressed={preset.amount === value.amount && preset.unit === value.unit}
            className="rounded-full border px-2.5 py-0.5 text-muted text-xs hover:border-line-strong hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
            onClick={() => onChange(preset)}
          >
            {t('length', preset)}
          </button>
        ))}
      </div>
    </div>
  );
}
