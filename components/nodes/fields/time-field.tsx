// A time of day on the customer's clock.
'use client';

import { Input } from '@/components/ui/input';
import { FormField } from './form-field';

interface TimeFieldProps {
  field: string;
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
}

export function TimeField({ field, label, hint, value, onChange }: TimeFieldProps) {
  return (
    <FormField field={field} label={label} {...(hint && { hint })}>
      <Input
        type="time"
        className="w-32 tabular"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </FormField>
  );
}
