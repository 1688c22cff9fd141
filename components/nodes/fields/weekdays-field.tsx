// On which days of the week; none chosen means any.
'use client';

import { useNodeForm } from '../form-context';
import { useWeekdayNames, WEEKDAYS } from './weekday-names';

interface WeekdaysFieldProps {
  field: string;
  label: string;
  hint: string;
  value: readonly number[];
  onChange: (value: number[]) => void;
}

export function WeekdaysField({ field, label, hint, value, onChange }: WeekdaysFieldProps) {
  const { short, long } = useWeekdayNames();
  const { isReadOnly } = useNodeForm();
  const toggle = (day: number) =>
    onChange(
      value.includes(day) ? value.filter((one) => one !== day) : [...value, day].sort((a, b) => a - b),
    );
  return (
    <fieldset data-field={field} className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {WEEKDAYS.map((day) => (
          <button
            key={day}
            type="button"
            aria-pressed={value.includes(day)}
            aria-label={long(day)}
            disabled={isReadOnly}
            className="rounded-full border px-2.5 py-0.5 text-muted text-xs hover:border-line-strong hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink pointer-coarse:py-2"
            onClick={() => toggle(day)}
          >
            {short(day)}
          </button>
        ))}
      </div>
      <p className="text-muted text-xs">{hint}</p>
    </fieldset>
  );
}
