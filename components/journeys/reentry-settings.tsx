// Whether a customer may go through a journey again, and whether twice at the same time.
'use client';

import { useTranslations } from 'next-intl';
import { FormField } from '@/components/nodes/fields/form-field';
import { NumberInput } from '@/components/nodes/fields/number-input';
import { useNodeForm } from '@/components/nodes/form-context';
import { ChoiceCards } from '@/components/ui/choice-cards';
import type { SettingsProps } from './settings-form';

const reentries = ['unlimited', 'after', 'once'] as const;
const concurrencies = ['by-key', 'one'] as const;

export function ReentrySettings({ value, onChange }: SettingsProps) {
  const t = useTranslations('canvas.settings');
  const { isReadOnly } = useNodeForm();
  return (
    <>
      <ChoiceCards
        label={t('reentry')}
        className="sm:grid-flow-row"
        value={value.reentry}
        disabled={isReadOnly}
        onValueChange={(reentry) => onChange({ reentry })}
        options={reentries.map((one) => ({
          value: one,
          label: t(`choices.${one}`),
          hint: t(`hints.${one}`),
        }))}
      />
      {value.reentry === 'after' && (
        <FormField field="reentryAfterDays" label={t('afterDays')}>
          <NumberInput
            className="w-28 tabular"
            value={value.reentryAfterDays}
            onChange={(reentryAfterDays) => onChange({ reentryAfterDays })}
          />
        </FormField>
      )}
      {value.reentry !== 'once' && <Concurrency value={value} onChange={onChange} />}
    </>
  );
}

function Concurrency({ value, onChange }: SettingsProps) {
  const t = useTranslations('canvas.settings');
  const { isReadOnly } = useNodeForm();
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium text-sm">{t('concurrency')}</p>
      <ChoiceCards
        label={t('concurrency')}
        className="sm:grid-flow-row"
        value={value.concurrency}
        disabled={isReadOnly}
        onValueChange={(concurrency) => onChange({ concurrency })}
        options={concurrencies.map((one) => ({
          value: one,
          label: t(`concurrencies.${one}`),
          hint: t(`concurrencyHints.${one}`),
        }))}
      />
    </div>
  );
}
