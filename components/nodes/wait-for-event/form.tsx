// Which event ends the wait, and when it ends without one.
'use client';

import { useTranslations } from 'next-intl';
import { DurationField } from '../fields/duration-field';
import { EventField } from '../fields/event-field';
import { FilterField } from '../fields/filter-field';
import { KeyField } from '../fields/key-field';
import type { FormProps, NodeForm } from '../node-form';

function Form({ value, onChange }: FormProps<'wait-for-event'>) {
  const t = useTranslations('forms.wait-for-event');
  return (
    <>
      <EventField
        label={t('event')}
        value={value.event}
        onChange={(event) => onChange({ ...value, event })}
      />
      <DurationField
        field="timeout.amount"
        label={t('timeout')}
        value={value.timeout}
        onChange={(timeout) => onChange({ ...value, timeout })}
      />
      <FilterField
        label={t('filter')}
        value={value.filter}
        onChange={(filter) => onChange({ ...value, filter })}
      />
      <KeyField
        label={t('key')}
        hint={t('keyHint')}
        value={value.key}
        onChange={(key) => onChange({ ...value, key })}
      />
    </>
  );
}

export const waitForEventForm: NodeForm<'wait-for-event'> = { Form };
