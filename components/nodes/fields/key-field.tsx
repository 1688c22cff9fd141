// The property that tells parallel passages of one customer apart, e.g. the number of an order.
'use client';

import { useTranslations } from 'next-intl';
import { useNodeForm } from '../form-context';
import { FormField } from './form-field';
import { pathFrom, pathText } from './path-text';
import { SuggestInput } from './suggest-input';

interface KeyFieldProps {
  /** Path of the field in the data, where it is not simply `key`. */
  field?: string;
  label: string;
  hint: string;
  value: readonly string[] | null;
  onChange: (value: string[] | null) => void;
}

export function KeyField({ field = 'key', label, hint, value, onChange }: KeyFieldProps) {
  const t = useTranslations('forms');
  const { suggestions } = useNodeForm();
  const change = (text: string) => {
    const path = pathFrom(text);
    onChange(path.length === 0 ? null : path);
  };
  return (
    <FormField field={field} label={label} hint={hint} aside={t('optional')}>
      <SuggestInput
        value={pathText(value)}
        onChange={change}
        suggestions={suggestions.properties}
        placeholder={t('key.placeholder')}
      />
    </FormField>
  );
}
