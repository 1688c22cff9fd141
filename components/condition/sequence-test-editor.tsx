// A line about one thing done after another, or not done after it, within a time.
'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SuggestInput } from '@/components/nodes/fields/suggest-input';
import { useNodeForm } from '@/components/nodes/form-context';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { SequenceTest } from '@/lib/core/condition/condition';
import { blankTest } from './blank-line';
import { LengthInput } from './length-input';
import { Line, type LineEditorProps } from './line';
import { PropertyTests } from './property-tests';
import { RemoveButton } from './remove-button';
import { EventSeenHint } from './seen-hint';
import { SinceEditor } from './since-editor';

export function SequenceTestEditor({ field, value, onChange, onRemove }: LineEditorProps<SequenceTest>) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
  return (
    <Line field={field} label={t('lines.sequence')}>
      <div className="flex items-center gap-1.5">
        <span className="flex-1 text-muted text-sm">{t('sequenceFirst')}</span>
        <RemoveButton label={t('removeTest')} onClick={onRemove} />
      </div>
      <Deed label={t('firstEvent')} value={value.first} onChange={(first) => onChange({ ...value, first })} />
      <SinceEditor
        label={t('firstSince')}
        value={value.lookBack}
        onChange={(lookBack) => onChange({ ...value, lookBack })}
      />
      <Select
        aria-label={t('followed')}
        className="w-48"
        options={[
          { value: 'yes', label: t('followedBy.yes') },
          { value: 'no', label: t('followedBy.no') },
        ]}
        value={value.isFollowed ? 'yes' : 'no'}
        disabled={isReadOnly}
        onValueChange={(next) => onChange({ ...value, isFollowed: next === 'yes' })}
      />
      <Deed label={t('nextEvent')} value={value.next} onChange={(next) => onChange({ ...value, next })} />
      <div className="flex flex-wrap items-center gap-1.5">
        <span className="text-muted text-sm">{t('sequenceWithin')}</span>
        <LengthInput
          label={t('sequenceLength')}
          value={value.within}
          onChange={(within) => onChange({ ...value, within })}
        />
      </div>
    </Line>
  );
}

interface DeedProps {
  label: string;
  value: SequenceTest['first'];
  onChange: (value: SequenceTest['first']) => void;
}

function Deed({ label, value, onChange }: DeedProps) {
  const t = useTranslations('forms.condition');
  const { suggestions } = useNodeForm();
  const seen = (suggestions.propertiesOf[value.event] ?? []).filter((one) => !one.value.includes('[]'));
  return (
    <>
      <div className="flex items-center gap-1.5">
        <SuggestInput
          aria-label={label}
          placeholder={t('eventPlaceholder')}
          suggestions={suggestions.events}
          maxLength={200}
          value={value.event}
          onChange={(event) => onChange({ ...value, event })}
        />
        <Button
          size="icon-sm"
          variant="ghost"
          aria-label={t('addWhereTo', { label })}
          title={t('addWhere')}
          onClick={() => onChange({ ...value, where: [...value.where, blankTest('property')] })}
        >
          <Plus aria-hidden />
        </Button>
      </div>
      <EventSeenHint event={value.event} />
      <PropertyTests
        label={(number) => t('whereRow', { number })}
        first={t('where')}
        tests={value.where}
        suggestions={seen}
        onChange={(where) => onChange({ ...value, where })}
      />
    </>
  );
}
