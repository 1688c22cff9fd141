// Which change of the catalogue starts the journey, and what shows that a customer cares about the product.
'use client';

import { useTranslations } from 'next-intl';
import { ChoiceField } from '../fields/choice-field';
import { EventField } from '../fields/event-field';
import { FormField } from '../fields/form-field';
import { NumberInput } from '../fields/number-input';
import { pathFrom, pathText } from '../fields/path-text';
import { SuggestInput } from '../fields/suggest-input';
import { useNodeForm } from '../form-context';
import type { FormProps, NodeForm } from '../node-form';

const kinds = ['price-drop', 'back-in-stock', 'low-stock'] as const;

type Props = FormProps<'catalogue-trigger'>;

function Form({ value, onChange }: Props) {
  const t = useTranslations('forms.catalogue-trigger');
  return (
    <>
      <ChoiceField
        field="kind"
        label={t('kind')}
        hint={t(`kindHints.${value.kind}`)}
        value={value.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      {value.kind === 'price-drop' && (
        <FormField field="minDropPercent" label={t('minDropPercent')} hint={t('minDropPercentHint')}>
          <NumberInput
            className="w-24 tabular"
            value={value.minDropPercent}
            onChange={(minDropPercent) => onChange({ ...value, minDropPercent })}
          />
        </FormField>
      )}
      <InterestFields value={value} onChange={onChange} />
    </>
  );
}

function InterestFields({ value, onChange }: Props) {
  const t = useTranslations('forms.catalogue-trigger');
  const { suggestions } = useNodeForm();
  return (
    <>
      <EventField
        label={t('event')}
        value={value.event}
        onChange={(event) => onChange({ ...value, event })}
      />
      <FormField field="path" label={t('path')} hint={t('pathHint')}>
        <SuggestInput
          value={pathText(value.path)}
          onChange={(text) => onChange({ ...value, path: pathFrom(text) })}
          suggestions={suggestions.properties}
          placeholder={t('pathPlaceholder')}
        />
      </FormField>
      <FormField field="withinDays" label={t('withinDays')}>
        <NumberInput
          className="w-24 tabular"
          value={value.withinDays}
          onChange={(withinDays) => onChange({ ...value, withinDays })}
        />
      </FormField>
    </>
  );
}

export const catalogueTriggerForm: NodeForm<'catalogue-trigger'> = { Form };
