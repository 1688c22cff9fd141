// A list in a test's form: a row for each item, each can be taken away, and a button adds one.
'use client';

import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

interface RowsFieldProps<Item> {
  legend: string;
  add: string;
  /** The words on the button that takes the row of this number away. */
  remove: (number: number) => string;
  value: readonly Item[];
  fresh: Item;
  onChange: (value: Item[]) => void;
  row: (item: Item, index: number, put: (item: Item) => void) => ReactNode;
}

export function RowsField<Item>(props: RowsFieldProps<Item>) {
  const { legend, add, remove, value, fresh, onChange, row } = props;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium text-sm">{legend}</legend>
      {value.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place in the list.
        <div key={`${index} of ${value.length}`} className="flex items-start gap-1.5">
          <div className="flex min-w-0 flex-1 flex-wrap items-start gap-2">
            {row(item, index, (next) => onChange(value.map((old, place) => (place === index ? next : old))))}
          </div>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={remove(index + 1)}
            onClick={() => onChange(value.filter((_, place) => place !== index))}
          >
            <Trash2 aria-hidden />
          </Button>
        </div>
      ))}
      <Button variant="ghost" size="sm" className="self-start" onClick={() => onChange([...value, fresh])}>
        <Plus aria-hidden />
        {add}
      </Button>
    </fieldset>
  );
}
