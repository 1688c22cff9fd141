// A line about what the customer agreed to on a channel.
'use client';

import { useTranslations } from 'next-intl';
import type { ConsentTest } from '@/lib/core/condition/condition';
import { ChoiceSelect } from './choice-select';
import { Line, type LineEditorProps } from './line';
import { RemoveButton } from './remove-button';

const states = ['opted-in', 'opted-out', 'none'] as const;
const channels = ['email', 'sms'] as const;

export function ConsentTestEditor({ field, value, onChange, onRemove }: LineEditorProps<ConsentTest>) {
  const t = useTranslations('forms.condition');
  return (
    <Line field={field} label={t('lines.consent')}>
      <div className="flex items-start gap-1.5">
        <div className="flex min-w-0 flex-1 flex-wrap gap-1.5">
          <ChoiceSelect
            label={t('consentState')}
            options={states.map((state) => ({ value: state, label: t(`consentStates.${state}`) }))}
            value={value.state}
            onChange={(state) => onChange({ ...value, state })}
          />
          <ChoiceSelect
            label={t('channel')}
            options={channels.map((channel) => ({ value: channel, label: t(`channels.${channel}`) }))}
            value={value.channel}
            onChange={(channel) => onChange({ ...value, channel })}
          />
        </div>
        <RemoveButton label={t('removeTest')} onClick={onRemove} />
      </div>
    </Line>
  );
}
