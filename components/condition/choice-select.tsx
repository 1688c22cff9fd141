// One of a few words in a line of a condition.
'use client';

import { useNodeForm } from '@/components/nodes/form-context';
import { Select } from '@/components/ui/select';

interface ChoiceSelectProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

export function ChoiceSelect<Value extends string>(props: ChoiceSelectProps<Value>) {
  const { label, options, value, onChange } = props;
  const { isReadOnly } = useNodeForm();
  return (
    <Select
      aria-label={label}
      className="w-40 shrink-0"
      options={options}
      value={value}
      disabled={isReadOnly}
      onValueChange={onChange}
    />
  );
}
