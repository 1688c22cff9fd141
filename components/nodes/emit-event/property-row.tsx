// One property of the event that is made to happen: its name, and a fixed value or where it is copied from.
'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ValueEditor } from '@/components/condition/value-editor';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import type { NodeData } from '@/lib/core/nodes/registry';
import { FormField } from '../fields/form-field';
import { PathField } from '../fields/path-field';

type Property = NodeData<'emit-event'>['properties'][number];

interface PropertyRowProps {
  position: number;
  value: Property;
  onChange: (value: Property) => void;
  onRemove: () => void;
}

export function PropertyRow({ position, value, onChange, onRemove }: PropertyRowProps) {
  const t = useTranslations('forms.emit-event');
  const optional = useTranslations('forms')('optional');
  const number = position + 1;
  const under = `properties.${position}`;
  // The editor of a condition's value writes exactly what a property may hold: text, a number, yes or no.
  const asTest = {
    type: 'test' as const,
    subject: 'property' as const,
    path: [value.name],
    operator: 'equals' as const,
    value: value.value,
  };
  return (
    <section aria-label={t('property', { number })} className="flex flex-col gap-3 rounded-lg border p-3">
      <div className="flex items-end gap-2">
        <FormField field={`${under}.name`} label={t('propertyName')} className="flex-1">
          <Input
            value={value.name}
            maxLength={150}
            onChange={({ target }) => onChange({ ...value, name: target.value })}
          />
        </FormField>
        <Button variant="ghost" size="icon-sm" aria-label={t('remove', { number })} onClick={onRemove}>
          <Trash2 aria-hidden />
        </Button>
      </div>
      {value.path.length === 0 && (
        <FormField field={`${under}.value`} label={t('value')}>
          <div className="flex gap-1.5">
            <ValueEditor
              value={asTest}
              onChange={(test) => {
                if (test.value !== undefined && !Array.isArray(test.value))
                  onChange({ ...value, value: test.value });
              }}
            />
          </div>
        </FormField>
      )}
      <PathField
        field={`${under}.path`}
        label={t('path')}
        hint={t('pathHint')}
        aside={optional}
        value={value.path}
        onChange={(path) => onChange({ ...value, path })}
      />
    </section>
  );
}
