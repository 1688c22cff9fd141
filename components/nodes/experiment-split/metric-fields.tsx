// What an experiment measures, in which direction, and for how long after the message.
'use client';

import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import type { Metric } from '@/lib/core/experiment/design';
import { ChoiceField } from '../fields/choice-field';
import { EventField } from '../fields/event-field';
import { FormField } from '../fields/form-field';
import { NumberInput } from '../fields/number-input';

const MEASURES = ['converted', 'sum', 'ratio'] as const;
const BETTERS = ['higher', 'lower'] as const;

interface MetricFieldsProps {
  value: Metric;
  onChange: (value: Metric) => void;
}

export function MetricFields({ value, onChange }: MetricFieldsProps) {
  const t = useTranslations('forms.experiment-split');
  const change = (changed: Partial<Metric>) => onChange({ ...value, ...changed });
  return (
    <>
      <EventField
        field="design.metric.event"
        label={t('event')}
        hint={t('eventHint')}
        value={value.event}
        onChange={(event) => change({ event })}
      />
      <ChoiceField
        field="design.metric.measure"
        label={t('measure')}
        value={value.measure}
        options={MEASURES.map((one) => ({ value: one, label: t(`measures.${one}`) }))}
        onChange={(measure) => change({ measure })}
      />
      {value.measure !== 'converted' && (
        <FormField
          field="design.metric.property"
          label={t('property')}
          hint={t(value.measure === 'ratio' ? 'propertyHintRatio' : 'propertyHint')}
        >
          <Input
            value={value.property}
            maxLength={150}
            onChange={({ target }) => change({ property: target.value })}
          />
        </FormField>
      )}
      {value.measure === 'ratio' && (
        <EventField
          field="design.metric.per"
          label={t('per')}
          hint={t('perHint')}
          value={value.per}
          onChange={(per) => change({ per })}
        />
      )}
      <ChoiceField
        field="design.metric.better"
        label={t('better')}
        value={value.better}
        options={BETTERS.map((one) => ({ value: one, label: t(`betters.${one}`) }))}
        onChange={(better) => change({ better })}
      />
      <FormField field="design.metric.windowHours" label={t('window')} hint={t('windowHint')}>
        <NumberInput
          className="w-24 tabular"
          value={value.windowHours}
          onChange={(windowHours) => change({ windowHours })}
        />
      </FormField>
    </>
  );
}
