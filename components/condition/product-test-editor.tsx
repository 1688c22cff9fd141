// A line about a product of the catalogue: which one, and what stock or price it must have.
'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NumberInput } from '@/components/nodes/fields/number-input';
import { pathFrom, pathText } from '@/components/nodes/fields/path-text';
import { SuggestInput } from '@/components/nodes/fields/suggest-input';
import { useNodeForm } from '@/components/nodes/form-context';
import { useMoney } from '@/components/shell/currency';
import { Select } from '@/components/ui/select';
import type { ProductTest } from '@/lib/core/condition/condition';
import { ComparisonSelect } from './comparison-select';
import { Line, type LineEditorProps } from './line';
import { RemoveButton } from './remove-button';
import { type StockQuestion, stockQuestionOf, stockQuestions, withStockQuestion } from './stock-question';

type ProductProps = Pick<LineEditorProps<ProductTest>, 'value' | 'onChange'>;

export function ProductTestEditor({ field, value, onChange, onRemove }: LineEditorProps<ProductTest>) {
  const t = useTranslations('forms.condition');
  return (
    <Line field={field} label={t('lines.product')}>
      <div className="flex items-center gap-1.5">
        <WhichProduct value={value} onChange={onChange} />
        <RemoveButton label={t('removeTest')} onClick={onRemove} />
      </div>
      <Asked value={value} onChange={onChange} />
    </Line>
  );
}

/** A property names the product of the event at hand; a SKU is always the same one. */
function WhichProduct({ value, onChange }: ProductProps) {
  const t = useTranslations('forms.condition');
  const { isReadOnly, suggestions, hasEvent = true } = useNodeForm();
  const [isNamed, setNamed] = useState(value.sku === '');
  const byProperty = value.path.length > 0 || (hasEvent && isNamed && value.sku === '');
  return (
    <>
      {(hasEvent || byProperty) && (
        <Select
          aria-label={t('product')}
          className="w-36 shrink-0"
          options={[
            { value: 'property', label: t('products.property') },
            { value: 'sku', label: t('products.sku') },
          ]}
          value={byProperty ? 'property' : 'sku'}
          disabled={isReadOnly}
          onValueChange={(next) => {
            setNamed(next === 'property');
            onChange({ ...value, sku: '', path: [] });
          }}
        />
      )}
      {byProperty ? (
        <SuggestInput
          aria-label={t('skuPath')}
          placeholder={t('skuPathPlaceholder')}
          suggestions={suggestions.properties}
          value={pathText(value.path)}
          onChange={(text) => onChange({ ...value, path: pathFrom(text) })}
        />
      ) : (
        <SuggestInput
          aria-label={t('sku')}
          placeholder={t('skuPlaceholder')}
          suggestions={suggestions.skus}
          maxLength={150}
          value={value.sku}
          onChange={(sku) => onChange({ ...value, sku })}
        />
      )}
    </>
  );
}

function Asked({ value, onChange }: ProductProps) {
  const t = useTranslations('forms.condition');
  const { isReadOnly } = useNodeForm();
  const money = useMoney();
  // "At least 1" is "in stock" as well: whoever is typing 12 must not lose the field at the 1.
  const [isTyping, setTyping] = useState(false);
  const question: StockQuestion = isTyping ? value.field : stockQuestionOf(value);
  const isPrice = question === 'price';
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Select
        aria-label={t('question')}
        className="w-36 shrink-0"
        options={stockQuestions.map((one) => ({
          value: one,
          label: t(`questions.${one}`, { currency: money.currency }),
        }))}
        value={question}
        disabled={isReadOnly}
        onValueChange={(next) => {
          setTyping(next === 'stock' || next === 'price');
          onChange(withStockQuestion(value, next));
        }}
      />
      {(isPrice || question === 'stock') && (
        <>
          <ComparisonSelect
            value={value.operator}
            onChange={(operator) => onChange({ ...value, operator })}
          />
          <NumberInput
            aria-label={isPrice ? t('price', { currency: money.currency }) : t('pieces')}
            className="w-20 tabular"
            value={isPrice ? money.major(value.value) : value.value}
            onFocus={() => setTyping(true)}
            onChange={(typed) => onChange({ ...value, value: isPrice ? money.minor(typed) : typed })}
          />
        </>
      )}
    </div>
  );
}
