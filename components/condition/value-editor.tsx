// What a value is compared with: text, a number, yes or no, or a list. The kind matters, because "5" is not 5.
'use client';

import { useTranslations } from 'next-intl';
import { NumberInput } from '@/components/nodes/fields/number-input';
import { useNodeForm } from '@/components/nodes/form-context';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Test } from '@/lib/core/condition/condition';
import { kindOf, kindsOf, type ValueKind, withKind } from './operators';
import { ValueList } from './value-list';

interface ValueEditorProps {
  value: Test;
  onChange: (value: Test) => void;
}

export function ValueEditor({ value: test, onChange }: ValueEditorProps) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
  const kinds = kindsOf(test.operator);
  if (kinds.length === 0) return null;
  const kind = kinds.includes(kindOf(test.value)) ? kindOf(test.value) : (kinds[0] ?? 'text');
  return (
    <>
      <div className="min-w-20 flex-1">
        <OneValue kind={kind} test={test} onChange={(value) => onChange({ ...test, value })} />
      </div>
      {kinds.length > 1 && (
        <Select
          aria-label={t('kind')}
          className="w-21 shrink-0 text-muted"
          options={kinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
          value={kind}
          disabled={isReadOnly}
          onValueChange={(next) => onChange(withKind(test, next))}
        />
      )}
    </>
  );
}

interface OneValueProps {
  kind: ValueKind;
  test: Test;
  onChange: (value: NonNullable<Test['value']>) => void;
}

function OneValue({ kind, test, onChange }: OneValueProps) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
  const { value } = test;
  if (test.operator === 'one-of') {
    return <ValueList kind={kind} values={Array.isArray(value) ? value : []} onChange={onChange} />;
  }
  if (kind === 'yes-no') {
    return (
      <Select
        aria-label={t('value')}
        options={[
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]}
        value={String(value)}
        disabled={isReadOnly}
        onValueChange={(next) => onChange(next === 'true')}
      />
    );
  }
  if (kind === 'number') {
    const number = typeof value === 'number' ? value : '';
    return <NumberInput aria-label={t('value')} className="tabular" value={number} onChange={onChange} />;
  }
  return (
    <Input
      aria-label={t('value')}
      placeholder={t('value')}
      maxLength={1000}
      value={String(value ?? '')}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
