// A line about whether the customer is in a segment, chosen by its name.
'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SuggestInput } from '@/components/nodes/fields/suggest-input';
import { useNodeForm } from '@/components/nodes/form-context';
import { Select } from '@/components/ui/select';
import type { SegmentTest } from '@/lib/core/condition/condition';
import { Line, type LineEditorProps } from './line';
import { RemoveButton } from './remove-button';
import { segmentCalled, segmentName } from './segment-name';

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

type SegmentProps = Pick<LineEditorProps<SegmentTest>, 'value' | 'onChange'>;

/** What is typed becomes an id once it is the name or the id of a segment; until then none is chosen. */
function SegmentInput({ value, onChange }: SegmentProps) {
  const t = useTranslations('forms.condition');
  const { segments } = useNodeForm().suggestions;
  const [typed, setTyped] = useState<{ text: string; meant: SegmentTest['segmentId'] } | null>(null);
  const shown = typed?.meant === value.segmentId ? typed.text : segmentName(value.segmentId, segments);
  const type = (text: string) => {
    const segmentId = segmentCalled(text, segments);
    setTyped({ text, meant: segmentId });
    onChange({ ...value, segmentId });
  };
  return (
    <SuggestInput
      aria-label={t('segment')}
      placeholder={t('segmentPlaceholder')}
      suggestions={segments.map(({ name }) => ({ value: name }))}
      value={shown}
      onChange={type}
    />
  );
}

function SegmentHint({ value: { segmentId } }: Pick<SegmentProps, 'value'>) {
  const t = useTranslations('forms.condition');
  const { segments } = useNodeForm().suggestions;
  if (segments.length === 0) return <p className="text-muted text-xs">{t('noSegments')}</p>;
  const isUnknown = segmentId !== null && !segments.some(({ id }) => id === segmentId);
  return isUnknown && <p className="text-muted text-xs">{t('unknownSegment')}</p>;
}
