// Several values to compare with: typed one by one, Enter or a comma ends each.
'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useState } from 'react';
import { inputLook } from '@/components/ui/input';
import type { ValueKind } from './operators';

type Scalar = string | number | boolean;

interface ValueListProps {
  kind: ValueKind;
  values: readonly Scalar[];
  /** Values seen there lately, to choose from. */
  seen: readonly Scalar[];
  onChange: (values: Scalar[]) => void;
}

export function ValueList({ kind, values, seen, onChange }: ValueListProps) {
  const t = useTranslations('forms.condition');
  const [typed, setTyped] = useState('');
  const listId = useId();
  const add = () => {
    const found = typed.split(',').flatMap((text) => scalarsIn(text, kind));
    const fresh = found.filter((value) => !values.includes(value));
    if (fresh.length > 0) onChange([...values, ...fresh].slice(0, 100));
    setTyped('');
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && typed === '') {
      onChange(values.slice(0, -1));
    }
  };
  return (
    <div
      className={`${inputLook} flex h-auto min-h-8.5 flex-wrap items-center gap-1 py-1 focus-within:border-focus`}
    >
      {values.map((value) => (
        <Chip
          key={String(value)}
          value={String(value)}
          onRemove={() => onChange(values.filter((one) => one !== value))}
        />
      ))}
      <input
        aria-label={t('addValue')}
        list={listId}
        placeholder={values.length === 0 ? t('addValue') : ''}
        className="min-w-10 flex-1 bg-transparent outline-none"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={press}
        onBlur={add}
      />
      <datalist id={listId}>
        {seen
          .filter(
            (value) => (typeof value === 'number' ? 'number' : 'text') === kind && !values.includes(value),
          )
          .map((value) => (
            <option key={String(value)} value={String(value)} />
          ))}
      </datalist>
    </div>
  );
}

function Chip({ value, onRemove }: { value: string; onRemove: () => void }) {
  const t = useTranslations('forms.condition');
  return (
    <span className="flex items-center gap-1 rounded-xs bg-ink/6 pr-0.5 pl-1.5 text-xs">
      {value}
      <button
        type="button"
        aria-label={t('removeValue', { value })}
        className="rounded-xs p-0.5 text-muted hover:text-ink"
        onClick={onRemove}
      >
        <X className="size-3" aria-hidden />
      </button>
    </span>
  );
}

function scalarsIn(text: string, kind: ValueKind): Scalar[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  if (kind === 'text') return [trimmed];
  const number = Number(trimmed);
  return Number.isFinite(number) ? [number] : [];
}
