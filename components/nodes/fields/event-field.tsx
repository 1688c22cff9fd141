// Which event: its name as the shop sends it, with the ones seen lately to choose from.
'use client';

import { useTranslations } from 'next-intl';
import { useNodeForm } from '../form-context';
import { FormField } from './form-field';
import { SuggestInput } from './suggest-input';

interface EventFieldProps {
  /** Path of the field in the data, where it is not simply `event`. */
  field?: string;
  label: string;
  /** Said instead of how the shop's events are named. */
  hint?: string;
  value: string;
  onChange: (value: string) => void;
}

export function EventField({ field = 'event', label, hint, value, onChange }: EventFieldProps) {
  const t = useTranslations('forms.event');
  const { suggestions } = useNodeForm();
  const isUnseen =
    value !== '' && suggestions.events.length > 0 && !suggestions.events.some((e) => e.value === value);
  return (
    <FormField field={field} label={label} hint={hint ?? t(isUnseen ? 'unseen' : 'hint')}>
      <SuggestInput
        value={value}
        onChange={onChange}
        suggestions={suggestions.events}
        placeholder={t('placeholder')}
        maxLength={200}
      />
    </FormField>
  );
}
