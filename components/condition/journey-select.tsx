// A journey of the workspace, chosen by its name; where it may be left open, any.
'use client';

import { useTranslations } from 'next-intl';
import { useNodeForm } from '@/components/nodes/form-context';
import { Select } from '@/components/ui/select';
import type { Id } from '@/lib/core/id';

interface JourneySelectProps {
  value: Id<'jrn'> | null;
  onChange: (value: Id<'jrn'> | null) => void;
  /** What it is called to choose none in particular; left out, one has to be chosen. */
  any?: string;
}

const ANY = 'any';

export function JourneySelect({ value, onChange, any }: JourneySelectProps) {
  const t = useTranslations('forms.condition');
  const { isReadOnly, suggestions } = useNodeForm();
  const known = suggestions.journeys.map(({ value: id, name }) => ({ value: id, label: name }));
  const isKnown = value === null || known.some((one) => one.value === value);
  const options: { value: Id<'jrn'> | typeof ANY; label: string }[] = [
    { value: ANY, label: any ?? t('chooseJourney') },
    ...known,
    ...(isKnown ? [] : [{ value, label: value }]),
  ];
  return (
    <Select
      aria-label={t('journey')}
      className="min-w-40 max-w-full flex-1"
      options={options}
      value={value ?? ANY}
      disabled={isReadOnly}
      onValueChange={(next) => onChange(next === ANY ? null : next)}
    />
  );
}
