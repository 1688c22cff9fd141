// How far back a line looks: ever, or a length of time.
'use client';

import { useTranslations } from 'next-intl';
import { useNodeForm } from '@/components/nodes/form-context';
import { Select } from '@/components/ui/select';
import type { Duration } from '@/lib/core/duration';
import { LengthInput } from './length-input';

interface SinceEditorProps {
  /** Names the choice for screen readers. */
  label: string;
  value: Duration | null;
  onChange: (value: Duration | null) => void;
}

export function SinceEditor({ label, value, onChange }: SinceEditorProps) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Select
        aria-label={label}
        className="w-40 shrink-0"
        options={(['ever', 'within'] as const).map((one) => ({ value: one, label: t(`sinces.${one}`) }))}
        value={value ? 'within' : 'ever'}
        disabled={isReadOnly}
        onValueChange={(next) => onChange(next === 'within' ? { amount: 30, unit: 'days' } : null)}
      />
      {value && <LengthInput label={t('length')} value={value} onChange={onChange} />}
    </div>
  );
}
