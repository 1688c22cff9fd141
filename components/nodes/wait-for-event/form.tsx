// Which events end the wait, and when it ends without one.
'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DurationField } from '../fields/duration-field';
import { SwitchField } from '../fields/switch-field';
import type { FormProps, NodeForm } from '../node-form';
import { AwaitedEvent } from './awaited-event';

const MOST_MORE = 9;

function Form({ value, onChange }: FormProps<'wait-for-event'>) {
  const t = useTranslations('forms.wait-for-event');
  const { orEvents, lookBack } = value;
  const setMore = (more: typeof orEvents) => onChange({ ...value, orEvents: more });
  return (
    <>
      <AwaitedEvent value={value} onChange={(match) => onChange({ ...value, ...match })} />
      {orEvents.map((match, index) => (
        <AwaitedEvent
          // Rows have no identity of their own; they are only added at the end and taken away.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          position={index}
          value={match}
          onChange={(next) => setMore(orEvents.with(index, next))}
          onRemove={() => setMore(orEvents.toSpliced(index, 1))}
        />
      ))}
      {orEvents.length < MOST_MORE && (
        <Button
          className="self-start"
          onClick={() => setMore([...orEvents, { event: '', filter: null, key: null }])}
        >
          <Plus aria-hidden />
          {t('add')}
        </Button>
      )}
      <DurationField
        field="timeout.amount"
        label={t('timeout')}
        value={value.timeout}
        onChange={(timeout) => onChange({ ...value, timeout })}
      />
      <SwitchField
        label={t('lookBack')}
        hint={t('lookBackHint')}
        value={lookBack === 'entry'}
        onChange={(isOn) => onChange({ ...value, lookBack: isOn ? 'entry' : 'here' })}
      />
    </>
  );
}

export const waitForEventForm: NodeForm<'wait-for-event'> = { Form };
