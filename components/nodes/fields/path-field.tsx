// The place of a value inside an event's properties, as keys joined by dots.
'use client';

import { useNodeForm } from '../form-context';
import { FormField } from './form-field';
import { pathFrom, pathText } from './path-text';
import { SuggestInput } from './suggest-input';

interface PathFieldProps {
  field: string;
  label: string;
  hint?: string;
  aside?: string;
  placeholder?: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
}

export function PathField({ field, label, hint, aside, placeholder, value, onChange }: PathFieldProps) {
  const { suggestions } = useNodeForm();
  return (
    <FormField field={field} label={label} {...(hint && { hint })} {...(aside && { aside })}>
      <SuggestInput
        value={pathText(value)}
        onChange={(text) => onChange(pathFrom(text))}
        suggestions={suggestions.properties}
        {...(placeholder && { placeholder })}
      />
    </FormField>
  );
}
