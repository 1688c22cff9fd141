// A line about how many messages the customer was sent, on which channel, from which journey.
'use client';

import { useTranslations } from 'next-intl';
import { NumberInput } from '@/components/nodes/fields/number-input';
import type { MessageTest } from '@/lib/core/condition/condition';
import { ChoiceSelect } from './choice-select';
import { ComparisonSelect } from './comparison-select';
import { JourneySelect } from './journey-select';
import { Line, type LineEditorProps } from './line';
import { RemoveButton } from './remove-button';
import { SinceEditor } from './since-editor';

const outcomes = ['sent', 'delivered', 'failed', 'refused'] as const;
const channels = ['any', 'email', 'sms'] as const;

export function MessageTestEditor({ field, value, onChange, onRemove }: LineEditorProps<MessageTest>) {
  const t = useTranslations('forms.condition');
  return (
    <Line field={field} label={t('lines.message')}>
      <div className="flex items-start gap-1.5">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
          <ChoiceSelect
            label={t('outcome')}
            options={outcomes.map((outcome) => ({ value: outcome, label: t(`outcomes.${outcome}`) }))}
            value={value.outcome}
            onChange={(outcome) => onChange({ ...value, outcome })}
          />
          <ComparisonSelect
            value={value.operator}
            onChange={(operator) => onChange({ ...value, operator })}
          />
          <NumberInput
            aria-label={t('messages')}
            className="w-14 tabular"
            value={value.count}
            onChange={(count) => onChange({ ...value, count })}
          />
          <ChoiceSelect
            label={t('channel')}
            options={channels.map((channel) => ({
              value: channel,
              label: channel === 'any' ? t('anyChannel') : t(`channels.${channel}`),
            }))}
            value={value.channel ?? 'any'}
            onChange={(next) => onChange({ ...value, channel: next === 'any' ? null : next })}
          />
          <JourneySelect
            any={t('anyJourney')}
            value={value.journeyId}
            onChange={(journeyId) => onChange({ ...value, journeyId })}
          />
        </div>
        <RemoveButton label={t('removeTest')} onClick={onRemove} />
      </div>
      <SinceEditor
        label={t('since')}
        value={value.within}
        onChange={(within) => onChange({ ...value, within })}
      />
    </Line>
  );
}
