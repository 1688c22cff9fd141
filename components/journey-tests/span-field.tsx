// How long after the start, in one line.
'use client';

import { useTranslations } from 'next-intl';
import { NumberInput } from '@/components/nodes/fields/number-input';
import { NativeSelect } from '@/components/ui/native-select';
import { type Duration, DurationUnit } from '@/lib/core/duration';

interface SpanFieldProps {
  /** Names the number for screen readers, where no Field around it does. */
  label: string;
  value: Duration;
  onChange: (value: Duration) => void;
}

export function SpanField({ label, value, onChange }: SpanFieldProps) {
  const t = useTranslations('forms.duration');
  return (
    <span className="flex flex-wrap gap-1.5">
      <NumberInput
        aria-label={label}
        className="w-20 tabular"
        value={value.amount}
        onChange={(amount) => onChange({ ...value, amount })}
      />
      <span className="w-28">
        <NativeSelect
          aria-label={`${label}, ${t('unit')}`}
          value={value.unit}
          onChange={({ target }) => {
            const unit = DurationUnit.options.find((option) => option === target.value);
            if (unit) onChange({ ...value, unit });
          }}
        >
          {DurationUnit.options.map((unit) => (
            <option key={unit} value={unit}>
              {t(`units.${unit}`)}
            </option>
          ))}
        </NativeSelect>
      </span>
    </span>
  );
}
