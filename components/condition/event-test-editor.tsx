// A line about what the customer did or did not do: which event, how often, since when, with which properties.
'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NumberInput } from '@/components/nodes/fields/number-input';
import { SuggestInput } from '@/components/nodes/fields/suggest-input';
import { useNodeForm } from '@/components/nodes/form-context';
import { Select } from '@/components/ui/select';
import type { EventTest } from '@/lib/core/condition/condition';
import { EventWhere } from './event-where';
import { EventWindow } from './event-window';
import { frequencies, frequencyOf, isCounted, withFrequency } from './frequency';
import { Line, type LineEditorProps } from './line';
import { RemoveButton } from './remove-button';
import { EventSeenHint } from './seen-hint';

export function EventTestEditor({ field, value, onChange, onRemove }: LineEditorProps<EventTest>) {
  const t = useTranslations('forms.condition');
  const { suggestions } = useNodeForm();
  return (
    <Line field={field} label={t('lines.event')}>
      <div className="flex items-start gap-1.5">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
          <FrequencySelect value={value} onChange={onChange} />
        </div>
        <RemoveButton label={t('removeTest')} onClick={onRemove} />
      </div>
      <SuggestInput
        aria-label={t('event')}
        placeholder={t('eventPlaceholder')}
        suggestions={suggestions.events}
        maxLength={200}
        value={value.event}
        onChange={(event) => onChange({ ...value, event })}
      />
      <EventSeenHint event={value.event} />
      <EventWindow value={value} onChange={onChange} />
      <EventWhere value={value} onChange={onChange} />
    </Line>
  );
}

type FrequencyProps = Pick<LineEditorProps<EventTest>, 'value' | 'onChange'>;

function FrequencySelect({ value, onChange }: FrequencyProps) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
  // "At least 1" is "did" as well: whoever is typing 12 must not lose the field at the 1.
  const [isTyping, setTyping] = useState(false);
  const frequency = isTyping ? value.operator : frequencyOf(value);
  return (
    <>
      <Select
        aria-label={t('frequency')}
        className="w-40 shrink-0"
        options={frequencies.map((one) => ({ value: one, label: t(`frequencies.${one}`) }))}
        value={frequency}
        disabled={isReadOnly}
        onValueChange={(next) => {
          setTyping(isCounted(next));
          onChange(withFrequency(value, next));
        }}
      />
      {isCounted(frequency) && (
        <>
          <NumberInput
            aria-label={t('count')}
            className="w-14 tabular"
            value={value.count}
            onFocus={() => setTyping(true)}
            onChange={(count) => onChange({ ...value, count })}
          />
          <span className="text-muted text-sm max-sm:sr-only">{t('times', { count: value.count })}</span>
        </>
      )}
    </>
  );
}
