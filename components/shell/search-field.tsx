// The search of a list: answers a moment after the last key, so that a name is one question and not eight.
'use client';

import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';

interface SearchFieldProps {
  label: string;
  value: string;
  onSearch: (value: string) => void;
  className?: string;
}

const pauseMs = 250;

export function SearchField({ label, value, onSearch, className }: SearchFieldProps) {
  const t = useTranslations('common');
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (next: string, waitMs: number) => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(next.trim()), waitMs);
  };
  return (
    <div className={cn('relative w-72 max-sm:w-full', className)}>
      <Input
        type="search"
        icon={<Search aria-hidden />}
        aria-label={label}
        placeholder={label}
        value={typed}
        className="pr-8 [&::-webkit-search-cancel-button]:hidden"
        onChange={(event) => search(event.target.value, pauseMs)}
        onKeyDown={(event) => event.key === 'Enter' && search(typed, 0)}
      />
      {typed && (
        <Button
          variant="ghost"
          size="icon-sm"
          className="absolute inset-y-0 right-0.5 my-auto"
          aria-label={t('searchClear')}
          onClick={() => search('', 0)}
        >
          <X aria-hidden />
        </Button>
      )}
    </div>
  );
}
