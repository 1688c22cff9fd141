// An experiment, set up where it is drawn: the question, the arms, what counts, and what it will take.
'use client';

import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import { FormField } from '../fields/form-field';
import { NumberInput } from '../fields/number-input';
import { SharesField } from '../fields/shares-field';
import type { FormProps, NodeForm } from '../node-form';
import { DesignFields } from './design-fields';
import { Forecast } from './forecast';
import { MetricFields } from './metric-fields';

function Form({ value, onChange }: FormProps<'experiment-split'>) {
  const t = useTranslations('forms.experiment-split');
  const { design } = value;
  const change = (changed: Partial<typeof design>) =>
    onChange({ ...value, design: { ...design, ...changed } });
  return (
    <>
      <p className="text-muted text-sm">{t('intro')}</p>
      <FormField field="design.hypothesis" label={t('hypothesis')}>
        <Input
          value={design.hypothesis}
          maxLength={500}
          placeholder={t('hypothesisExample')}
          onChange={({ target }) => change({ hypothesis: target.value })}
        />
      </FormField>
      <SharesField
        field="arms"
        label={t('arms')}
        value={value.arms}
        onChange={(arms) => onChange({ ...value, arms })}
      />
      <FormField field="holdoutPercent" label={t('holdout')} hint={t('holdoutHint')}>
        <NumberInput
          className="w-24 tabular"
          value={value.holdoutPercent}
          onChange={(holdoutPercent) => onChange({ ...value, holdoutPercent })}
        />
      </FormField>
      <MetricFields value={design.metric} onChange={(metric) => change({ metric })} />
      <DesignFields value={design} onChange={change} />
      <Forecast value={value} />
    </>
  );
}

export const experimentSplitForm: NodeForm<'experiment-split'> = { Form };
