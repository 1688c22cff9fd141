// One of a few ways, each with a sentence: radio buttons drawn as cards.
'use client';

import * as RadioGroup from 'radix-ui/radio-group';
import { type ReactNode, useId } from 'react';
import { cn } from './cn';

interface ChoiceCardsProps<Value extends string> {
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; hint: ReactNode }[];
  disabled?: boolean;
  className?: string;
}

export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { label, value, onValueChange, options, disabled = false, className } = props;
  const id = useId();
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      disabled={disabled}
      // Radix knows only strings; what it hands back is one of the values of `options`.
      onValueChange={(next) => onValueChange(next as Value)}
      className={cn('grid auto-cols-fr gap-2 sm:grid-flow-col', className)}
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          aria-labelledby={`${id}-${option.value}`}
          aria-describedby={`${id}-${option.value}-hint`}
          className="group flex items-start gap-3 rounded-md border border-line-strong bg-surface p-3 text-left transition-colors hover:border-faint/60 disabled:opacity-60 data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft/50"
        >
          <span className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface group-data-[state=checked]:border-accent">
            <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
          </span>
          <span>
            <span id={`${id}-${option.value}`} className="block font-medium text-sm">
              {option.label}
            </span>
            <span id={`${id}-${option.value}-hint`} className="mt-0.5 block text-muted text-xs">
              {option.hint}
            </span>
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
