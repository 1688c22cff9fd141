// One line of a condition: whose value, which one, how it is compared, with what.
'use client';

import { useTranslations } from 'next-intl';
import { useNodeForm } from '@/components/nodes/form-context';
import type { Test } from '@/lib/core/condition/condition';
import { knownPaths } from './known-paths';
import { Line, type LineEditorProps } from './line';
import { RemoveButton } from './remove-button';
import { SeenHint } from './seen-hint';
import { SubjectSelect } from './subject-select';
import { OperatorAndValue, PathInput } from './test-parts';

export function TestEditor({ field, value, onChange, onRemove }: LineEditorProps<Test>) {
  const t = useTranslations('forms.condition');
  const { hasEvent = true, ...form } = useNodeForm();
  const suggestions = knownPaths(value.subject, form.suggestions);
  return (
    <Line field={field} label={t(hasEvent ? 'lines.test' : 'lines.attribute')}>
      <div className="flex items-center gap-1.5">
        {(hasEvent || value.subject !== 'attribute') && (
          <SubjectSelect value={value.subject} onChange={(subject) => onChange({ ...value, subject })} />
        )}
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
