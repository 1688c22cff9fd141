// Text with placeholders: types like any other field, and a menu puts a placeholder where the caret stands.
'use client';

import { Braces } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useNodeForm } from '../form-context';
import { FormField } from './form-field';
import { placeholderGroups } from './placeholders';

interface LiquidFieldProps {
  field: string;
  label: string;
  hint?: string;
  aside?: string;
  value: string;
  onChange: (value: string) => void;
  /** Rows of a text area; left out, the field is one line. */
  rows?: number;
  maxLength: number;
  placeholder?: string;
  isCode?: boolean;
}

export function LiquidField(props: LiquidFieldProps) {
  const { field, label, hint, aside, value, onChange, rows, maxLength, placeholder, isCode } = props;
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const insert = (text: string) => {
    const start = box.current?.selectionStart ?? value.length;
    const end = box.current?.selectionEnd ?? value.length;
    onChange(value.slice(0, start) + text + value.slice(end));
    const caret = start + text.length;
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(caret, caret);
    });
  };
  const shared = { ref: box, value, maxLength, placeholder, className: isCode ? 'font-mono text-xs' : '' };
  return (
    <FormField field={field} label={label} {...(hint && { hint })} {...(aside && { aside })}>
      <div className="relative">
        {rows ? (
          <Textarea
            {...shared}
            rows={rows}
            className={`${shared.className} pr-9`}
            onChange={(e) => onChange(e.target.value)}
          />
        ) : (
          <Input
            {...shared}
            className={`${shared.className} pr-9`}
            onChange={(e) => onChange(e.target.value)}
          />
        )}
        <PlaceholderMenu onPick={insert} />
      </div>
    </FormField>
  );
}

function PlaceholderMenu({ onPick }: { onPick: (text: string) => void }) {
  const t = useTranslations('forms.placeholders');
  const { suggestions, isReadOnly } = useNodeForm();
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild disabled={isReadOnly}>
        <Button
          variant="ghost"
          size="icon-sm"
          className="absolute top-0.75 right-0.75"
          aria-label={t('insert')}
          title={t('insert')}
        >
          <Braces aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent
        className="max-h-80 w-72 overflow-y-auto"
        onCloseAutoFocus={(e) => e.preventDefault()}
      >
        {placeholderGroups(suggestions).map(({ name, paths }) => (
          <div key={name}>
            <DropdownMenuLabel>{t(`groups.${name}`)}</DropdownMenuLabel>
            {paths.map(({ value, hint }) => (
              <DropdownMenuItem key={value} onSelect={() => onPick(`{{ ${value} }}`)}>
                <span className="truncate font-mono text-xs">{value}</span>
                {hint && <span className="ml-auto max-w-24 truncate text-faint text-xs">{hint}</span>}
              </DropdownMenuItem>
            ))}
          </div>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
