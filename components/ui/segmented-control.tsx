// Two to five choices side by side, one in force: filters and views.
'use client';

import * as ToggleGroup from 'radix-ui/toggle-group';
import type { ReactNode } from 'react';
import { cn } from './cn';

interface SegmentedControlProps<Value extends string> {
  /** Names the group for screen readers. */
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; count?: ReactNode; title?: string }[];
  className?: string;
}

export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, value, onValueChange, options, className } = props;
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      // Clicking the choice in force would clear it: an empty value is ignored. Others come from `options`.
      onValueChange={(next) => next && onValueChange(next as Value)}
      className={cn(
        'inline-flex max-w-full gap-0.5 overflow-x-auto rounded-sm border bg-sunken p-0.5',
        className,
      )}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          title={option.title}
          aria-label={option.title}
          className="inline-flex h-7 items-center gap-1.5 whitespace-nowrap rounded-xs px-2.5 font-medium text-muted text-xs transition-colors hover:text-ink focus-visible:-outline-offset-2 data-[state=on]:bg-raised data-[state=on]:text-ink data-[state=on]:shadow-low pointer-coarse:h-9 [&_svg]:size-4"
        >
          {option.label}
          {option.count !== undefined && <span className="tabular text-faint">{option.count}</span>}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
