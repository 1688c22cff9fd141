// Picks one of a list. `options` keep value and visible text together; an empty value is not allowed by the list box.
'use client';

import { Check, ChevronDown } from 'lucide-react';
import * as RadixSelect from 'radix-ui/select';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { useFieldWiring } from './field-wiring';
import { inputLook } from './input';

interface SelectOption<Value extends string = string> {
  value: Value;
  label: ReactNode;
  /** A line under the label, in the open list only. */
  hint?: ReactNode;
}

interface SelectProps<Value extends string> {
  options: readonly SelectOption<Value>[];
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  name?: string;
  placeholder?: ReactNode;
  disabled?: boolean;
  className?: string;
  'aria-label'?: string;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, onValueChange, placeholder, className, 'aria-label': label, ...rest } = props;
  const wiring = useFieldWiring();
  // Radix knows only strings; what it hands back is one of the values of `options`.
  const change = onValueChange && { onValueChange: (value: string) => onValueChange(value as Value) };
  return (
    <RadixSelect.Root {...rest} {...change}>
      <RadixSelect.Trigger
        {...wiring}
        aria-label={label}
        className={cn(
          inputLook,
          'flex cursor-default items-center justify-between gap-2 text-left data-[placeholder]:text-muted [&>span]:truncate',
          className,
        )}
      >
        <RadixSelect.Value placeholder={placeholder} />
        <ChevronDown className="size-3.5 shrink-0 text-faint" aria-hidden />
      </RadixSelect.Trigger>
      <RadixSelect.Portal>
        <RadixSelect.Content
          position="popper"
          sideOffset={4}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-pop-in overflow-hidden rounded-md border border-line bg-raised p-1 shadow-mid"
        >
          <RadixSelect.Viewport>
            {options.map((option) => (
              <Option key={option.value} {...option} />
            ))}
          </RadixSelect.Viewport>
        </RadixSelect.Content>
      </RadixSelect.Portal>
    </RadixSelect.Root>
  );
}

function Option({ value, label, hint }: SelectOption) {
  return (
    <RadixSelect.Item
      value={value}
      className="relative flex cursor-default select-none flex-col rounded-xs py-1.5 pr-8 pl-2.5 text-sm outline-none data-highlighted:bg-ink/6 pointer-coarse:py-2.5"
    >
      <RadixSelect.ItemText>{label}</RadixSelect.ItemText>
      {hint && <span className="text-muted text-xs">{hint}</span>}
      <RadixSelect.ItemIndicator className="absolute top-2 right-2 text-accent-ink pointer-coarse:top-3">
        <Check className="size-4" aria-hidden />
      </RadixSelect.ItemIndicator>
    </RadixSelect.Item>
  );
}
