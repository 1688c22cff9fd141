// One of a few words in a form that is an address.
'use client';

import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';

interface FormChoiceProps {
  name: string;
  label: string;
  value: string;
  /** Told where something else depends on it. */
  onChange?: (value: string) => void;
  /** Value and text of each. */
  children: readonly (readonly string[])[];
}

export function FormChoice({ name, label, value, onChange, children }: FormChoiceProps) {
  return (
    <Field label={label}>
      <NativeSelect
        name={name}
        {...(onChange
          ? { value, onChange: (event) => onChange(event.target.value) }
          : { defaultValue: value, key: value })}
      >
        {children.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
