// How far back a line about events looks: ever, a length of time, or since the customer entered.
'use client';

import { useTranslations } from 'next-intl';
import { NumberInput } from '@/components/nodes/fields/number-input';
import { useNodeForm } from '@/components/nodes/form-context';
import { Select } from '@/components/ui/select';
import type { EventTest } from '@/lib/core/condition/condition';
import { type Duration, DurationUnit } from '@/lib/core/duration';
import type { LineEditorProps } from './line';

type Since = 'ever' | 'within' | 'entry';

export function EventWindow({ value, onChange }: Pick<LineEditorProps<EventTest>, 'value' | 'onChange'>) {
  const t = useTranslations('forms.condition');
  const { isReadOnly, hasPassage } = useNodeForm();
  const since = sinceOf(value);
  const offered: readonly Since[] =
    hasPassage || since === 'entry' ? ['ever', 'within', 'entry'] : ['ever', 'within'];
  const choose = (next: Since) =>
    onChange({
      ...value,
      within: next === 'within' ? { amount: 30, unit: 'days' } : null,
      sinceEntry: next === 'entry',
    });
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Select
        aria-label={t('since')}
        className="w-40 shrink-0"
        options={offered.map((one) => ({ value: one, label: t(`sinces.${one}`) }))}
        value={since}
        disabled={isReadOnly}
        onValueChange={choose}
      />
      {value.within && <Length value={value.within} onChange={(within) => onChange({ ...value, within })} />}
    </div>
  );
}

function sinceOf({ within, sinceEntry }: EventTest): Since {
  if (sinceEntry) return 'entry';
  return within === null ? 'ever' : 'within';
}

function Length({ value, onChange }: { value: Duration; onChange: (value: Duration) => void }) {
  const t = useTranslations('forms');
  const { isReadOnly } = useNodeForm();
  return (
    <>
      <NumberInput
        aria-label={t('condition.length')}
        className="w-14 tabular"
        value={value.amount}
        onChange={(amount) => onChange({ ...value, amount })}
      />
      <Select
        aria-label={t('duration.unit')}
        className="w-26 shrink-0"
        options={DurationUnit.options.map((unit) => ({ value: unit, label: t(`duration.units.${unit}`) }))}
        value={value.unit}
        disabled={isReadOnly}
        onValueChange={(unit) => onChange({ ...value, unit })}
      />
    </>
  );
}
