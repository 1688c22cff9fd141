// The value an attribute gets or is compared with: text, a number, yes or no.
'use client';

import { ValueEditor } from '@/components/condition/value-editor';
import { FormField } from './form-field';

type Value = string | number | boolean;

interface ValueFieldProps {
  label: string;
  attribute: string;
  value: Value;
  onChange: (value: Value) => void;
}

export function ValueField({ label, attribute, value, onChange }: ValueFieldProps) {
  // The editor of a condition's value writes exactly what an attribute may hold.
  const asTest = { type: 'test', subject: 'attribute', operator: 'equals', value } as const;
  return (
    <FormField field="value" label={label}>
      <div className="flex gap-1.5">
        <ValueEditor
          value={{ ...asTest, path: [attribute] }}
          onChange={(test) => {
            if (test.value !== undefined && !Array.isArray(test.value)) onChange(test.value);
          }}
        />
      </div>
    </FormField>
  );
}
