// A time on the wall clock, as hours and minutes.
'use client';

import { Input } from '@/components/ui/input';
import { FormField } from './form-field';

interface TimeOfDayFieldProps {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
}

export function TimeOfDayField({ label, hint, value, onChange }: TimeOfDayFieldProps) {
  return (
    <FormField field="time" label={label} hint={hint}>
      <Input
        type="time"
        className="w-32 tabular"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </FormField>
  );
}
