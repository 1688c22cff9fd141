// A line about what the customer did or did not do: which event, how often, since when, with which properties.
'use client';

import { useTranslations } from 'next-intl';
import { SuggestInput } from '@/components/nodes/fields/suggest-input';
import { useNodeForm } from '@/components/nodes/form-context';
import type { EventTest } from '@/lib/core/condition/condition';
import { EventQuestionEditor, MeasureEditor } from './event-question-editor';
import { EventWhere } from './event-where';
import { EventWindow } from './event-window';
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
          <EventQuestionEditor value={value} onChange={onChange} />
          <SuggestInput
            className="basis-60"
            aria-label={t('event')}
            placeholder={t('eventPlaceholder')}
            suggestions={suggestions.events}
            maxLength={200}
            value={value.event}
            onChange={(event) => onChange({ ...value, event })}
          />
        </div>
        <RemoveButton label={t('removeTest')} onClick={onRemove} />
      </div>
      <EventSeenHint event={value.event} />
      <MeasureEditor value={value} onChange={onChange} />
      <EventWindow value={value} onChange={onChange} />
      <EventWhere value={value} onChange={onChange} />
    </Line>
  );
}
