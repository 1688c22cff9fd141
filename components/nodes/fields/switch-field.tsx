// A yes or no of a node, with its consequence beside it.
'use client';

import { useId } from 'react';
import { Switch } from '@/components/ui/switch';
import { useNodeForm } from '../form-context';

interface SwitchFieldProps {
  label: string;
  hint: string;
  value: boolean;
  onChange: (value: boolean) => void;
}

export function SwitchField({ label, hint, value, onChange }: SwitchFieldProps) {
  const id = useId();
  const { isReadOnly } = useNodeForm();
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium text-sm">
          {label}
        </label>
        <p id={`${id}-hint`} className="mt-0.5 text-muted text-xs">
          {hint}
        </p>
      </div>
      <Switch
        id={id}
        aria-describedby={`${id}-hint`}
        checked={value}
        disabled={isReadOnly}
        onCheckedChange={onChange}
      />
    </div>
  );
}
