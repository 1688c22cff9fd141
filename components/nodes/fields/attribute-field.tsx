// Which attribute of the customer: its name, with those seen lately to choose from.
'use client';

import { useTranslations } from 'next-intl';
import { useNodeForm } from '../form-context';
import { FormField } from './form-field';
import { SuggestInput } from './suggest-input';

interface AttributeFieldProps {
  label: string;
  hint: string;
  /** An example, where another one fits better than the usual. */
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
}

export function AttributeField({ label, hint, placeholder, value, onChange }: AttributeFieldProps) {
  const t = useTranslations('forms.attribute');
  const { suggestions } = useNodeForm();
  return (
    <FormField field="attribute" label={label} hint={hint}>
      <SuggestInput
        value={value}
        onChange={onChange}
        suggestions={suggestions.attributes}
        placeholder={placeholder ?? t('placeholder')}
        maxLength={150}
      />
    </FormField>
  );
}
