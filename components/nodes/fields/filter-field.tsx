// Narrows down who or what counts: none at first, a condition once somebody asks for it.
'use client';

import { Filter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { blankTest } from '@/components/condition/blank-line';
import { ConditionBuilder } from '@/components/condition/condition-builder';
import { Button } from '@/components/ui/button';
import type { Condition, Test } from '@/lib/core/condition/condition';

interface FilterFieldProps {
  /** Path of the field in the data, where it is not simply `filter`. */
  field?: string;
  label: string;
  /** What a first test looks at: the event, where there is one. */
  subject?: Test['subject'];
  value: Condition | null;
  onChange: (value: Condition | null) => void;
}

export function FilterField({
  field = 'filter',
  label,
  subject = 'property',
  value,
  onChange,
}: FilterFieldProps) {
  const t = useTranslations('forms.filter');
  return (
    <fieldset aria-label={label} className="flex flex-col gap-2" data-field={field}>
      <div className="flex items-center justify-between">
        <span className="font-medium text-ink text-sm">{label}</span>
        {value !== null && (
          <Button variant="ghost" size="sm" onClick={() => onChange(null)}>
            {t('remove')}
          </Button>
        )}
      </div>
      {value === null ? (
        <Button className="self-start" onClick={() => onChange({ type: 'all', of: [blankTest(subject)] })}>
          <Filter aria-hidden />
          {t('add')}
        </Button>
      ) : (
        <ConditionBuilder field={field} subject={subject} value={value} onChange={onChange} />
      )}
    </fieldset>
  );
}
