// When a journey lets customers in at all, and how many of them it leaves out so that its effect can be told.
'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { FormField } from '@/components/nodes/fields/form-field';
import { NumberInput } from '@/components/nodes/fields/number-input';
import { Input } from '@/components/ui/input';
import type { SettingsProps } from './settings-form';
import { instantFrom, wallTime } from './wall-time';

export function EntryLimits({ value, onChange }: SettingsProps) {
  const t = useTranslations('canvas.settings');
  const zone = useTimeZone() ?? 'UTC';
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        {(['startsAt', 'endsAt'] as const).map((field) => (
          <FormField key={field} field={field} label={t(field)} hint={t(`${field}Hint`, { zone })}>
            <Input
              type="datetime-local"
              max="9999-12-31T23:59"
              className="tabular"
              value={wallTime(value[field], zone)}
              onChange={({ target }) => onChange({ [field]: instantFrom(target.value, zone) })}
            />
          </FormField>
        ))}
      </div>
      <FormField field="holdoutPercent" label={t('holdout')} hint={t('holdoutHint')}>
        <NumberInput
          className="w-28 tabular"
          value={value.holdoutPercent}
          onChange={(holdoutPercent) => onChange({ holdoutPercent })}
        />
      </FormField>
    </>
  );
}
