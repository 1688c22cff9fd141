// Runs a server action from a form: pending state, a sentence beside each field that was refused, the first of which gets
// the focus, and a toast for what belongs to no field.
'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState, useTransition } from 'react';
import { toast } from '@/components/ui/toast';
import type { Refusal, Result } from '@/lib/core/result';

interface Acting<Input> {
  act: (input: Input) => void;
  isPending: boolean;
  /** The sentence for a field, when the last refusal was about it too. */
  errorOf: (field: string) => string | undefined;
  refusal: Refusal | null;
}

export function useAct<Input, Value>(
  action: (input: Input) => Promise<Result<Value, Refusal>>,
  onDone: (value: Value) => void,
): Acting<Input> {
  const t = useTranslations('common.failed');
  const [isPending, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    if (refusal?.field !== undefined) document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refusal]);
  const act = (input: Input) =>
    startTransition(async () => {
      try {
        const result = await action(input);
        setRefusal(result.ok ? null : result.refusal);
        if (result.ok) onDone(result.value);
        else if (result.refusal.field === undefined) toast.error(result.refusal.message);
      } catch {
        toast.error(t('title'), { description: t('description') });
      }
    });
  const errorOf = (field: string) =>
    refusal?.field === field
      ? refusal.message
      : refusal?.others?.find((other) => other.field === field)?.message;
  return { act, isPending, errorOf, refusal };
}
