// Whose value a line is about: the customer's, the event's, or one a step kept.
'use client';

import { useTranslations } from 'next-intl';
import { useNodeForm } from '@/components/nodes/form-context';
import { Select } from '@/components/ui/select';
import type { Test } from '@/lib/core/condition/condition';

interface SubjectSelectProps {
  value: Test['subject'];
  onChange: (value: Test['subject']) => void;
}

export function SubjectSelect({ value, onChange }: SubjectSelectProps) {
  const t = useTranslations('forms.condition');
  const { isReadOnly, suggestions } = useNodeForm();
  const hasSaved = suggestions.saved.length > 0 || value === 'saved';
  const subjects: Test['subject'][] = ['attribute', 'property', ...(hasSaved ? ['saved' as const] : [])];
  return (
    <Select
      aria-label={t('subject')}
      className="w-30 shrink-0"
      options={subjects.map((subject) => ({ value: subject, label: t(`subjects.${subject}`) }))}
      value={value}
      disabled={isReadOnly}
      onValueChange={onChange}
    />
  );
}
