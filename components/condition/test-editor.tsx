// One line of a condition: whose value, which one, how it is compared, with what.
'use client';

import { useTranslations } from 'next-intl';
import { type Suggestions, useNodeForm } from '@/components/nodes/form-context';
import { Select } from '@/components/ui/select';
import type { Test } from '@/lib/core/condition/condition';
import { Line, type LineEditorProps } from './line';
import { RemoveButton } from './remove-button';
import { SeenHint } from './seen-hint';
import { OperatorAndValue, PathInput } from './test-parts';

export function TestEditor({ field, value, onChange, onRemove }: LineEditorProps<Test>) {
  const t = useTranslations('forms.condition');
  const { hasEvent = true, ...form } = useNodeForm();
  const suggestions = known(value.subject, form.suggestions);
  return (
    <Line field={field} label={t('lines.test')}>
      <div className="flex items-center gap-1.5">
        {(hasEvent || value.subject !== 'attribute') && <SubjectSelect value={value} onChange={onChange} />}
        <PathInput value={value} onChange={onChange} suggestions={suggestions} />
        <RemoveButton label={t('removeTest')} onClick={onRemove} />
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <OperatorAndValue value={value} onChange={onChange} suggestions={suggestions} />
      </div>
      <SeenHint value={value} suggestions={suggestions} />
    </Line>
  );
}

function known(subject: Test['subject'], { attributes, properties, saved }: Suggestions) {
  const all = { attribute: attributes, property: properties, saved }[subject];
  return all.filter(({ value }) => !value.includes('[]'));
}

function SubjectSelect({ value, onChange }: Pick<LineEditorProps<Test>, 'value' | 'onChange'>) {
  const t = useTranslations('forms.condition');
  const { isReadOnly, suggestions } = useNodeForm();
  const hasSaved = suggestions.saved.length > 0 || value.subject === 'saved';
  const subjects: Test['subject'][] = ['attribute', 'property', ...(hasSaved ? ['saved' as const] : [])];
  return (
    <Select
      aria-label={t('subject')}
      className="w-30 shrink-0"
      options={subjects.map((subject) => ({ value: subject, label: t(`subjects.${subject}`) }))}
      value={value.subject}
      disabled={isReadOnly}
      onValueChange={(subject) => onChange({ ...value, subject })}
    />
  );
}
