// How two numbers are compared.
'use client';

import { useTranslations } from 'next-intl';
import { useNodeForm } from '@/components/nodes/form-context';
import { Select } from '@/components/ui/select';
import { Comparison } from '@/lib/core/condition/condition';

interface ComparisonSelectProps {
  value: Comparison;
  onChange: (value: Comparison) => void;
}

export function ComparisonSelect({ value, onChange }: ComparisonSelectProps) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
  return (
    <Select
      aria-label={t('operator')}
      className="w-28 shrink-0"
      options={Comparison.options.map((one) => ({ value: one, label: t(`comparisons.${one}`) }))}
      value={value}
      disabled={isReadOnly}
      onValueChange={onChange}
    />
  );
}
