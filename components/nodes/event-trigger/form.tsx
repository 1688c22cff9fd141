// Which event starts the journey, for which of them, and how often at once.
'use client';

import { useTranslations } from 'next-intl';
import { EventField } from '../fields/event-field';
import { FilterField } from '../fields/filter-field';
import { KeyField } from '../fields/key-field';
import { SwitchField } from '../fields/switch-field';
import type { FormProps, NodeForm } from '../node-form';

function Form({ value, onChange }: FormProps<'event-trigger'>) {
  const t = useTranslations('forms.event-trigger');
  return (
    <>
      <EventField
        label={t('event')}
        value={value.event}
        onChange={(event) => onChange({ ...value, event })}
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
      <SwitchField
        label={t('acceptsLate')}
        hint={t('acceptsLateHint')}
        value={value.acceptsLate}
        onChange={(acceptsLate) => onChange({ ...value, acceptsLate })}
      />
    </>
  );
}

export const eventTriggerForm: NodeForm<'event-trigger'> = { Form };
