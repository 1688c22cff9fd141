// The parts of a line about one value, which lines about events use for their properties as well.
'use client';

import { useTranslations } from 'next-intl';
import { pathFrom, pathText } from '@/components/nodes/fields/path-text';
import { SuggestInput } from '@/components/nodes/fields/suggest-input';
import { type Suggestion, useNodeForm } from '@/components/nodes/form-context';
import { Select } from '@/components/ui/select';
import type { Test } from '@/lib/core/condition/condition';
import { operators, withOperator } from './operators';
import { ValueEditor } from './value-editor';

interface PartProps {
  value: Test;
  onChange: (value: Test) => void;
}

export function PathInput({
  value,
  onChange,
  suggestions,
}: PartProps & { suggestions: readonly Suggestion[] }) {
  const t = useTranslations('forms.condition');
  return (
    <SuggestInput
      aria-label={t('path')}
      placeholder={t(`paths.${value.subject}`)}
      suggestions={suggestions}
      value={pathText(value.path)}
      onChange={(text) => onChange({ ...value, path: pathFrom(text) })}
    />
  );
}

export function OperatorAndValue({
  value,
  onChange,
  suggestions,
}: PartProps & { suggestions: readonly Suggestion[] }) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
  return (
    <>
      <Select
        aria-label={t('operator')}
        className="w-28 shrink-0"
        options={operators.map((operator) => ({ value: operator, label: t(`operators.${operator}`) }))}
        value={value.operator}
        disabled={isReadOnly}
        onValueChange={(operator) => onChange(withOperator(value, operator))}
      />
      <ValueEditor
        value={value}
        onChange={onChange}
        seen={suggestions.find((one) => one.value === pathText(value.path))?.values ?? []}
      />
    </>
  );
}
