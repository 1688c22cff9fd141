// Names with values: a customer's attributes, an event's properties. Numbers, yes and no are told from text by themselves.
'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import type { JsonObject } from '@/lib/core/json';
import { factsFromRows, type Row, rowsFromFacts } from './fact-rows';

interface FactsEditorProps {
  /** Names the group for screen readers. */
  label: string;
  /** The words on the button that adds a row. */
  add: string;
  value: JsonObject;
  onChange: (value: JsonObject) => void;
  error?: string | undefined;
}

export function FactsEditor({ label, add, value, onChange, error }: FactsEditorProps) {
  const t = useTranslations('journeyTests.editor');
  const [rows, setRows] = useState<readonly Row[]>(() => rowsFromFacts(value));
  const change = (next: readonly Row[]) => {
    setRows(next);
    onChange(factsFromRows(next));
  };
  const put = (index: number, row: Partial<Row>) =>
    change(rows.map((old, place) => (place === index ? { ...old, ...row } : old)));
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">{label}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place; its name is being typed.
        <div key={index} className="flex items-center gap-1.5">
          <Input
            aria-label={t('factName')}
            placeholder={t('factName')}
            value={row.name}
            onChange={(event) => put(index, { name: event.target.value })}
          />
          <Input
            aria-label={t('factValue', { name: row.name })}
            placeholder={t('factPlaceholder')}
            value={row.text}
            onChange={(event) => put(index, { text: event.target.value })}
          />
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={t('factRemove', { name: row.name })}
            onClick={() => change(rows.filter((_, place) => place !== index))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      {error && (
        <p role="alert" className="text-danger-ink text-xs">
          {error}
        </p>
      )}
      <Button
        variant="ghost"
        size="sm"
        className="self-start"
        onClick={() => change([...rows, { name: '', text: '' }])}
      >
        <Plus aria-hidden />
        {add}
      </Button>
    </fieldset>
  );
}
