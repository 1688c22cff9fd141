// What a value is compared with: text, a number, yes or no, or a list. The kind matters, because "5" is not 5.
'use client';

import { useTranslations } from 'next-intl';
import { NumberInput } from '@/components/nodes/fields/number-input';
import { SuggestInput } from '@/components/nodes/fields/suggest-input';
import { useNodeForm } from '@/components/nodes/form-context';
import { Select } from '@/components/ui/select';
import type { Test } from '@/lib/core/condition/condition';
import { isListed, kindOf, kindsOf, type ValueKind, withKind } from './operators';
import { ValueList } from './value-list';

type Scalar = string | number | boolean;

interface ValueEditorProps {
  value: Test;
  onChange: (value: Test) => void;
  /** Values seen there lately, to choose from. */
  seen?: readonly Scalar[];
}

export function ValueEditor({ value: test, onChange, seen = [] }: ValueEditorProps) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
  const kinds = kindsOf(test.operator);
  if (kinds.length === 0) return null;
  const kind = kinds.includes(kindOf(test.value)) ? kindOf(test.value) : (kinds[0] ?? 'text');
  return (
    <>
      <div className="min-w-20 flex-1">
        <OneValue kind={kind} test={test} seen={seen} onChange={(value) => onChange({ ...test, value })} />
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
  seen: readonly Scalar[];
  onChange: (value: NonNullable<Test['value']>) => void;
}

function OneValue({ kind, test, seen, onChange }: OneValueProps) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
  const { value } = test;
  if (isListed(test.operator)) {
    const values = Array.isArray(value) ? value : [];
    return <ValueList kind={kind} values={values} seen={seen} onChange={onChange} />;
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
    <SuggestInput
      aria-label={t('value')}
      placeholder={t('value')}
      suggestions={seen.filter((one) => typeof one === 'string').map((text) => ({ value: text }))}
      maxLength={1000}
      value={String(value ?? '')}
      onChange={onChange}
    />
  );
}
