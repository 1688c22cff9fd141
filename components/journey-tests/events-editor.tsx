// What happens to the customer of a test, and when.
'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { documentOf } from '@/components/canvas/studio';
import { useStudio } from '@/components/canvas/studio-context';
import { SuggestInput } from '@/components/nodes/fields/suggest-input';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import type { JourneyTest, TestEvent } from '@/lib/core/journey-test/journey-test';
import { FactsEditor } from './facts-editor';
import { heardEvents } from './heard-events';
import { SpanField } from './span-field';

interface EventsEditorProps {
  value: JourneyTest['events'];
  onChange: (value: JourneyTest['events']) => void;
  /** The sentence for a field of the test, by its path. */
  errorOf: (field: string) => string | undefined;
}

const kinds = ['track', 'identify', 'signal'] as const;
const START = { amount: 0, unit: 'minutes' } as const;

export function EventsEditor({ value, onChange, errorOf }: EventsEditorProps) {
  const t = useTranslations('journeyTests.editor');
  const fresh: TestEvent = { after: START, type: 'track', event: '', properties: {}, traits: {} };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-semibold text-base">{t('events')}</legend>
      {value.map((event, index) => (
        <EventRow
          // biome-ignore lint/suspicious/noArrayIndexKey: an event is known by its place in the list.
          key={`${index} of ${value.length}`}
          number={index + 1}
          event={event}
          errorOf={(field) => errorOf(`events.${index}.${field}`)}
          onChange={(next) => onChange(value.map((old, place) => (place === index ? next : old)))}
          onRemove={() => onChange(value.filter((_, place) => place !== index))}
        />
      ))}
      <Button size="sm" className="self-start" onClick={() => onChange([...value, fresh])}>
        <Plus aria-hidden />
        {t('addEvent')}
      </Button>
    </fieldset>
  );
}

interface EventRowProps {
  number: number;
  event: TestEvent;
  errorOf: (field: string) => string | undefined;
  onChange: (event: TestEvent) => void;
  onRemove: () => void;
}

function EventRow({ number, event, errorOf, onChange, onRemove }: EventRowProps) {
  const t = useTranslations('journeyTests.editor');
  const { at: _, ...rest } = event;
  return (
    <fieldset className="flex flex-col gap-3 rounded-md border bg-surface p-3">
      <legend className="sr-only">{t('event', { number })}</legend>
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t('after')} error={errorOf('after') ?? errorOf('at')} className="w-auto">
          <SpanField
            label={t('after')}
            value={event.after ?? START}
            onChange={(after) => onChange({ ...rest, after })}
          />
        </Field>
        <What event={event} errorOf={errorOf} onChange={onChange} />
        <Button variant="ghost" size="icon" aria-label={t('removeEvent', { number })} onClick={onRemove}>
          <Trash2 aria-hidden />
        </Button>
      </div>
      <Carried event={event} errorOf={errorOf} onChange={onChange} />
    </fieldset>
  );
}

type EventPartProps = Pick<EventRowProps, 'event' | 'errorOf' | 'onChange'>;

function What({ event, errorOf, onChange }: EventPartProps) {
  const t = useTranslations('journeyTests.editor');
  const on = event.type === 'signal' ? 'signal' : 'event';
  const names = heardEvents(useStudio(documentOf), on).map((name) => ({ value: name }));
  return (
    <>
      <Field label={t('kind')} className="w-40">
        <NativeSelect
          value={event.type}
          onChange={({ target }) => {
            const type = kinds.find((kind) => kind === target.value);
            if (type) onChange({ ...event, type });
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      {event.type !== 'identify' && (
        <Field label={t('eventName')} error={errorOf('event')} className="min-w-40 flex-1">
          <SuggestInput
            value={event.event}
            suggestions={names}
            onChange={(name) => onChange({ ...event, event: name })}
          />
        </Field>
      )}
    </>
  );
}

/** What is told of the customer, or of the event. */
function Carried({ event, errorOf, onChange }: EventPartProps) {
  const t = useTranslations('journeyTests.editor');
  const field = event.type === 'identify' ? 'traits' : 'properties';
  return (
    <FactsEditor
      key={field}
      label={t(field)}
      add={t(field === 'traits' ? 'addAttribute' : 'addProperty')}
      value={event[field]}
      error={errorOf(field)}
      onChange={(facts) => onChange({ ...event, [field]: facts })}
    />
  );
}
