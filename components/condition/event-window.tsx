// How far back a line about events looks: ever, a length of time, or since the customer entered.
'use client';

import { useTranslations } from 'next-intl';
import { useNodeForm } from '@/components/nodes/form-context';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { EventTest } from '@/lib/core/condition/condition';
import { LengthInput } from './length-input';
import type { LineEditorProps } from './line';

type Since = 'ever' | 'within' | 'between' | 'entry';

export function EventWindow({ value, onChange }: Pick<LineEditorProps<EventTest>, 'value' | 'onChange'>) {
  const t = useTranslations('forms.condition');
  const { isReadOnly, hasPassage } = useNodeForm();
  const since = sinceOf(value);
  const hasEntry = hasPassage || since === 'entry';
  const offered: readonly Since[] = ['ever', 'within', 'between', ...(hasEntry ? ['entry' as const] : [])];
  const { between, ...rest } = value;
  const choose = (next: Since) =>
    onChange({
      ...rest,
      within: next === 'within' ? { amount: 30, unit: 'days' } : null,
      ...(next === 'between' && { between: { from: '', to: '' } }),
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
      {between && <Days value={between} onChange={(days) => onChange({ ...value, between: days })} />}
      {value.within && (
        <LengthInput
          label={t('length')}
          value={value.within}
          onChange={(within) => onChange({ ...value, within })}
        />
      )}
    </div>
  );
}

function sinceOf({ within, between, sinceEntry }: EventTest): Since {
  if (sinceEntry) return 'entry';
  if (between) return 'between';
  return within === null ? 'ever' : 'within';
}

type Bounds = NonNullable<EventTest['between']>;

/** Both days are included; either may be left open. */
function Days({ value, onChange }: { value: Bounds; onChange: (value: Bounds) => void }) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
  return (['from', 'to'] as const).map((bound) => (
    <Input
      key={bound}
      type="date"
      aria-label={t(`days.${bound}`)}
      className="w-36"
      value={value[bound]}
      disabled={isReadOnly}
      onChange={({ target }) => onChange({ ...value, [bound]: target.value })}
    />
  ));
}
