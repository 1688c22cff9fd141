// A line about whether the customer is in a segment, chosen by its name.
'use client';

import { useTranslations } from 'next-intl';
import { useNodeForm } from '@/components/nodes/form-context';
import { Select } from '@/components/ui/select';
import type { SegmentTest } from '@/lib/core/condition/condition';
import { Line, type LineEditorProps } from './line';
import { RemoveButton } from './remove-button';
import { SegmentHint, SegmentInput } from './segment-input';

export function SegmentTestEditor({ field, value, onChange, onRemove }: LineEditorProps<SegmentTest>) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
  return (
    <Line field={field} label={t('lines.segment')}>
      <div className="flex items-center gap-1.5">
        <Select
          aria-label={t('membership')}
          className="w-30 shrink-0"
          options={[
            { value: 'in', label: t('memberships.in') },
            { value: 'out', label: t('memberships.out') },
          ]}
          value={value.isMember ? 'in' : 'out'}
          disabled={isReadOnly}
          onValueChange={(next) => onChange({ ...value, isMember: next === 'in' })}
        />
        <SegmentInput value={value} onChange={onChange} />
        <RemoveButton label={t('removeTest')} onClick={onRemove} />
      </div>
      <SegmentHint value={value} />
    </Line>
  );
}
