// One of a few ways, by name: a labelled select of a node form.
'use client';

import { Select } from '@/components/ui/select';
import { useNodeForm } from '../form-context';
import { FormField } from './form-field';

interface ChoiceFieldProps<Value extends string> {
  field: string;
  label: string;
  hint?: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { field, label, hint, value, options, onChange } = props;
  const { isReadOnly } = useNodeForm();
  return (
    <FormField field={field} label={label} hint={hint}>
      <Select options={options} value={value} disabled={isReadOnly} onValueChange={onChange} />
    </FormField>
  );
}
