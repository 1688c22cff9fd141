// One of the things the workspace has, by name; what was chosen and is gone since stays visible by its id.
'use client';

import { useTranslations } from 'next-intl';
import { NativeSelect } from '@/components/ui/native-select';
import type { Choice } from '../form-context';
import { FormField } from './form-field';

interface PickFieldProps<Value extends string> {
  field: string;
  label: string;
  hint: string;
  /** The hint where there is nothing to pick from. */
  empty: string;
  choices: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value | null) => void;
}

export function PickField<Value extends string>(props: PickFieldProps<Value>) {
  const { field, label, hint, empty, choices, value, onChange } = props;
  const t = useTranslations('forms.pick');
  const isGone = value !== null && !choices.some((choice) => choice.value === value);
  const pick = (text: string) => onChange(choices.find((choice) => choice.value === text)?.value ?? null);
  return (
    <FormField field={field} label={label} hint={choices.length === 0 ? empty : hint}>
      <NativeSelect value={value ?? ''} onChange={({ target }) => pick(target.value)}>
        <option value="">{t('none')}</option>
        {isGone && <option value={value}>{t('gone', { id: value })}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </NativeSelect>
    </FormField>
  );
}
