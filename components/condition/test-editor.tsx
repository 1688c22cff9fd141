// One line of a condition: whose value, which one, how it is compared, with what.
'use client';

import { useTranslations } from 'next-intl';
import { useFieldError } from '@/components/nodes/fields/form-field';
import { pathFrom, pathText } from '@/components/nodes/fields/path-text';
import { SuggestInput } from '@/components/nodes/fields/suggest-input';
import { useNodeForm } from '@/components/nodes/form-context';
import { Select } from '@/components/ui/select';
import type { Test } from '@/lib/core/condition/condition';
import { operators, withOperator } from './operators';
import { RemoveButton } from './remove-button';
import { ValueEditor } from './value-editor';

interface TestEditorProps {
  field: string;
  value: Test;
  onChange: (value: Test) => void;
  onRemove: () => void;
}

const subjects = ['attribute', 'property'] as const;

export function TestEditor({ field, value, onChange, onRemove }: TestEditorProps) {
  const t = useTranslations('forms.condition');
  const { suggestions, isReadOnly } = useNodeForm();
  const error = useFieldError(field);
  const known = value.subject === 'attribute' ? suggestions.attributes : suggestions.properties;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes that the controls inside were left.
    <div
      data-field={field}
      onBlur={error.visit}
      className="flex flex-col gap-1.5 rounded-md border bg-surface p-2"
    >
      <div className="flex items-center gap-1.5">
        <SubjectSelect value={value} onChange={onChange} />
        <SuggestInput
          aria-label={t('path')}
          placeholder={t(`paths.${value.subject}`)}
          suggestions={known}
          value={pathText(value.path)}
          onChange={(text) => onChange({ ...value, path: pathFrom(text) })}
        />
        <RemoveButton label={t('removeTest')} onClick={onRemove} />
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <Select
          aria-label={t('operator')}
          className="w-28 shrink-0"
          options={operators.map((operator) => ({ value: operator, label: t(`operators.${operator}`) }))}
          value={value.operator}
          disabled={isReadOnly}
          onValueChange={(operator) => onChange(withOperator(value, operator))}
        />
        <ValueEditor value={value} onChange={onChange} />
      </div>
      {error.text && <p className="text-danger-ink text-xs">{error.text}</p>}
    </div>
  );
}

function SubjectSelect({ value, onChange }: Pick<TestEditorProps, 'value' | 'onChange'>) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
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
