// A number that may be empty or half-typed on screen, while the data keeps the last one that made sense.
'use client';

import { type ComponentProps, useState } from 'react';
import { Input } from '@/components/ui/input';

interface NumberInputProps extends Omit<ComponentProps<typeof Input>, 'value' | 'onChange'> {
  /** Empty where there is no number yet. */
  value: number | '';
  onChange: (value: number) => void;
}

export function NumberInput({ value, onChange, ...rest }: NumberInputProps) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly meant: number | '' } | null>(null);
  // A value that came from elsewhere, e.g. by undo, wins over what was typed here.
  const shown = typed?.meant === value ? typed.text : String(value);
  const type = (text: string) => {
    const number = Number(text.replace(',', '.'));
    const isNumber = text.trim() !== '' && Number.isFinite(number);
    setTyped({ text, meant: isNumber ? number : value });
    if (isNumber) onChange(number);
  };
  return (
    <Input
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      value={shown}
      onChange={(event) => type(event.target.value)}
      onBlur={() => setTyped(null)}
    />
  );
}
