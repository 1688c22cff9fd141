// A segment, chosen by its name from those there are.
'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { SuggestInput } from '@/components/nodes/fields/suggest-input';
import { useNodeForm } from '@/components/nodes/form-context';
import type { SegmentTest } from '@/lib/core/condition/condition';
import { segmentCalled, segmentName } from './segment-name';

interface SegmentProps {
  value: SegmentTest;
  onChange: (value: SegmentTest) => void;
}

/** What is typed becomes an id once it is the name or the id of a segment; until then none is chosen. */
export function SegmentInput({ value, onChange }: SegmentProps) {
  const t = useTranslations('forms.condition');
  const { segments } = useNodeForm().suggestions;
  const [typed, setTyped] = useState<{ text: string; meant: SegmentTest['segmentId'] } | null>(null);
  const shown = typed?.meant === value.segmentId ? typed.text : segmentName(value.segmentId, segments);
  const type = (text: string) => {
    const segmentId = segmentCalled(text, segments);
    setTyped({ text, meant: segmentId });
    onChange({ ...value, segmentId });
  };
  // What was typed before the choices were there is looked up once they are.
  const late = typed?.meant === null && value.segmentId === null ? segmentCalled(typed.text, segments) : null;
  useEffect(() => {
    if (late === null) return;
    setTyped((before) => before && { ...before, meant: late });
    onChange({ ...value, segmentId: late });
  }, [late, value, onChange]);
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

export function SegmentHint({ value: { segmentId } }: Pick<SegmentProps, 'value'>) {
  const t = useTranslations('forms.condition');
  const { segments } = useNodeForm().suggestions;
  if (segments.length === 0) return <p className="text-muted text-xs">{t('noSegments')}</p>;
  const isUnknown = segmentId !== null && !segments.some(({ id }) => id === segmentId);
  return isUnknown && <p className="text-muted text-xs">{t('unknownSegment')}</p>;
}
