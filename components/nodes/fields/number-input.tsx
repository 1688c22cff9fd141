// A number that may be empty or half-typed on screen, while the data keeps the last one that made sense. What is no number
// stays as it was typed, and once the field was left it is said to be none.
'use client';

import { type ComponentProps, useState } from 'react';
import { Input } from '@/components/ui/input';
import { AFTER_CLICK_MS } from './form-field';
import { numberFrom } from './number-from';
import { type Left, useNumberError } from './use-number-error';

interface NumberInputProps extends Omit<ComponentProps<typeof Input>, 'value' | 'onChange'> {
  /** Empty where there is no number yet. */
  value: number | '';
  onChange: (value: number) => void;
}

interface Typed extends Left {
  readonly isLeft: boolean;
}

export function NumberInput({ value, onChange, ...rest }: NumberInputProps) {
  const [typed, setTyped] = useState<Typed | null>(null);
  // A value that came from elsewhere, e.g. by undo, wins over what was typed here.
  const shown = typed?.meant === value ? typed : null;
  const { isWrong, message } = useNumberError(shown?.isLeft ? shown : null);
  const type = (text: string) => {
    const number = numberFrom(text);
    setTyped({ text, meant: number ?? value, isLeft: false });
    if (number !== null) onChange(number);
  };
  return (
    <>
      <Input
        inputMode="decimal"
        autoComplete="off"
        {...(isWrong && { 'aria-invalid': true })}
        {...rest}
        value={shown?.text ?? String(value)}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTimeout(() => setTyped(left), AFTER_CLICK_MS)}
      />
      {message}
    </>
  );
}

/** A number is shown as it is held from now on; where nothing was typed and nothing is held, nothing is wrong. */
function left(typed: Typed | null): Typed | null {
  if (typed === null) return null;
  const isHeld = numberFrom(typed.text) !== null || (typed.text.trim() === '' && typed.meant === '');
  return isHeld ? null : { ...typed, isLeft: true };
}
