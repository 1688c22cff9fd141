// Which event happens, and what it carries.
'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EventField } from '../fields/event-field';
import type { FormProps, NodeForm } from '../node-form';
import { PropertyRow } from './property-row';

const MOST = 20;

function Form({ value, onChange }: FormProps<'emit-event'>) {
  const t = useTranslations('forms.emit-event');
  const { properties } = value;
  const setAll = (next: typeof properties) => onChange({ ...value, properties: next });
  return (
    <>
      <EventField
        field="name"
        label={t('name')}
        hint={t('nameHint')}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
      {properties.map((property, index) => (
        <PropertyRow
          // Rows have no identity of their own; they are only added at the end and taken away.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          position={index}
          value={property}
          onChange={(next) => setAll(properties.with(index, next))}
          onRemove={() => setAll(properties.toSpliced(index, 1))}
        />
      ))}
      {properties.length < MOST && (
        <Button
          className="self-start"
          onClick={() => setAll([...properties, { name: '', value: '', path: [] }])}
        >
          <Plus aria-hidden />
          {t('add')}
        </Button>
      )}
    </>
  );
}

export const emitEventForm: NodeForm<'emit-event'> = { Form };
