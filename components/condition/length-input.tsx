// A length of time: a number and its unit.
'use client';

import { useTranslations } from 'next-intl';
import { NumberInput } from '@/components/nodes/fields/number-input';
import { useNodeForm } from '@/components/nodes/form-context';
import { Select } from '@/components/ui/select';
import { type Duration, DurationUnit } from '@/lib/core/duration';

interface LengthInputProps {
  /** Names the number for screen readers. */
  label: string;
  value: Duration;
  onChange: (value: Duration) => void;
}

export function LengthInput({ label, value, onChange }: LengthInputProps) {
  const t = useTranslations('forms');
  const { isReadOnly } = useNodeForm();
  return (
    <>
      <NumberInput
        aria-label={label}
        className="w-14 tabular"
        value={value.amount}
        onChange={(amount) => onChange({ ...value, amount })}
      />
      <Select
        aria-label={t('duration.unit')}
        className="w-26 shrink-0"
        options={DurationUnit.options.map((unit) => ({ value: unit, label: t(`duration.units.${unit}`) }))}
        value={value.unit}
        disabled={isReadOnly}
        onValueChange={(unit) => onChange({ ...value, unit })}
      />
    </>
  );
}
