// What a test takes for granted: what the customer did before, which segments they are in, and what the shop sells.
'use client';

import { useTranslations } from 'next-intl';
import { documentOf } from '@/components/canvas/studio';
import { useStudio } from '@/components/canvas/studio-context';
import { NumberInput } from '@/components/nodes/fields/number-input';
import { SuggestInput } from '@/components/nodes/fields/suggest-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Given } from '@/lib/core/journey-test/journey-test';
import { FactsEditor } from './facts-editor';
import { mentionedSegments } from './mentioned-segments';
import { RowsField } from './rows-field';
import { SpanField } from './span-field';

interface GivenEditorProps {
  value: Given;
  onChange: (value: Given) => void;
  /** The sentence for a field of what is given, by its path. */
  errorOf: (field: string) => string | undefined;
}

export function GivenEditor(props: GivenEditorProps) {
  const t = useTranslations('journeyTests.given');
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h3 className="font-semibold text-base">{t('title')}</h3>
        <p className="mt-1 text-muted text-sm">{t('hint')}</p>
      </div>
      <Past {...props} />
      <Segments {...props} />
      <Products {...props} />
    </section>
  );
}

function Past({ value, onChange, errorOf }: GivenEditorProps) {
  const t = useTranslations('journeyTests.given');
  return (
    <RowsField
      legend={t('past')}
      add={t('addPast')}
      remove={(number) => t('removePast', { number })}
      value={value.past}
      fresh={{ before: { amount: 1, unit: 'days' }, event: '', properties: {} }}
      onChange={(past) => onChange({ ...value, past })}
      row={(event, index, put) => (
        <>
          <Field label={t('before')} error={errorOf(`past.${index}.before`)} className="w-auto">
            <SpanField
              label={t('before')}
              value={event.before}
              onChange={(before) => put({ ...event, before })}
            />
          </Field>
          <Field label={t('event')} error={errorOf(`past.${index}.event`)} className="min-w-40 flex-1">
            <Input value={event.event} onChange={({ target }) => put({ ...event, event: target.value })} />
          </Field>
          <div className="w-full">
            <FactsEditor
              label={t('properties')}
              add={t('addProperty')}
              value={event.properties}
              error={errorOf(`past.${index}.properties`)}
              onChange={(properties) => put({ ...event, properties })}
            />
          </div>
        </>
      )}
    />
  );
}

function Segments({ value, onChange, errorOf }: GivenEditorProps) {
  const t = useTranslations('journeyTests.given');
  const suggestions = mentionedSegments(useStudio(documentOf)).map((id) => ({ value: id }));
  return (
    <RowsField<string>
      legend={t('segments')}
      add={t('addSegment')}
      remove={(number) => t('removeSegment', { number })}
      value={value.segments}
      fresh=""
      // A half-typed id is none yet; saving judges it and says so beside the field.
      onChange={(segments) => onChange({ ...value, segments: segments as Given['segments'] })}
      row={(id, index, put) => (
        <Field label={t('segment')} error={errorOf(`segments.${index}`)} className="min-w-40 flex-1">
          <SuggestInput value={id} suggestions={suggestions} onChange={put} />
        </Field>
      )}
    />
  );
}

function Products({ value, onChange, errorOf }: GivenEditorProps) {
  const t = useTranslations('journeyTests.given');
  return (
    <RowsField
      legend={t('products')}
      add={t('addProduct')}
      remove={(number) => t('removeProduct', { number })}
      value={value.products}
      fresh={{ sku: '', price: 0, stock: 0 }}
      onChange={(products) => onChange({ ...value, products })}
      row={(product, index, put) => (
        <>
          <Field label={t('sku')} error={errorOf(`products.${index}.sku`)} className="min-w-32 flex-1">
            <Input value={product.sku} onChange={({ target }) => put({ ...product, sku: target.value })} />
          </Field>
          {(['price', 'stock'] as const).map((field) => (
            <Field
              key={field}
              label={t(field)}
              error={errorOf(`products.${index}.${field}`)}
              className="w-28"
            >
              <NumberInput
                className="tabular"
                value={product[field]}
                onChange={(amount) => put({ ...product, [field]: amount })}
              />
            </Field>
          ))}
        </>
      )}
    />
  );
}
