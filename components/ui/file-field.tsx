// Takes one file, by choosing it or by letting it fall here. The browser's own control stays, under our words.
'use client';

import { FileUp } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { cn } from './cn';
import { useFieldWiring } from './field-wiring';

interface FileFieldProps {
  /** Kinds of files to offer, as `accept` of an input. */
  accept: string;
  file: File | null;
  /** Shown while there is none. */
  prompt: ReactNode;
  onFile: (file: File) => void;
  disabled?: boolean;
}

export function FileField({ accept, file, prompt, onFile, disabled = false }: FileFieldProps) {
  const wiring = useFieldWiring();
  const [isOver, setIsOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped && !disabled) onFile(dropped);
  };
  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
      className={cn(
        'flex min-h-16 cursor-pointer items-center gap-3 rounded-md border border-dashed px-4 py-3 text-sm has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-accent',
        isOver ? 'border-accent bg-accent-soft' : 'bg-sunken/50 hover:bg-sunken',
        disabled && 'cursor-not-allowed opacity-60',
      )}
    >
      <FileUp className="size-5 shrink-0 text-muted" aria-hidden />
      <span className={cn('min-w-0 truncate', file ? 'font-medium' : 'text-muted')}>
        {file?.name ?? prompt}
      </span>
      <input
        {...wiring}
        type="file"
        accept={accept}
        disabled={disabled}
        className="sr-only"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) onFile(chosen);
        }}
      />
    </label>
  );
}
