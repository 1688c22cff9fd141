// Days of the week to tick, side by side.
'use client';

import { useNodeForm } from '../form-context';
import { useFieldError } from './form-field';
import { useWeekdayName } from './use-weekday-name';

const days = [1, 2, 3, 4, 5, 6, 7];

interface WeekdaysFieldProps {
  label: string;
  hint?: string;
  value: readonly number[];
  onChange: (value: number[]) => void;
}

export function WeekdaysField({ label, hint, value, onChange }: WeekdaysFieldProps) {
  const weekdayName = useWeekdayName();
  const { isReadOnly } = useNodeForm();
  const error = useFieldError('weekdays');
  const turn = (day: number) =>
    onChange(value.includes(day) ? value.filter((one) => one !== day) : [...value, day].sort());
  return (
    <fieldset
      data-field="weekdays"
      className="flex flex-col gap-1.5"
      disabled={isReadOnly}
      onBlur={error.visit}
    >
      <legend className="mb-1.5 font-medium text-sm">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {days.map((day) => (
          <button
            key={day}
            type="button"
            aria-label={weekdayName(day, 'long')}
            aria-pressed={value.includes(day)}
            className="rounded-full border px-2.5 py-1 text-muted text-xs hover:border-line-strong hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink pointer-coarse:py-2"
            onClick={() => turn(day)}
          >
            {weekdayName(day, 'short')}
          </button>
        ))}
      </div>
      {hint && <p className="text-muted text-xs">{hint}</p>}
      {error.text && (
        <p role="alert" className="text-danger text-xs">
          {error.text}
        </p>
      )}
    </fieldset>
  );
}
