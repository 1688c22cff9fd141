// Which segment starts the journey, and whether by coming in or by falling out.
'use client';

import { useTranslations } from 'next-intl';
import { SegmentHint, SegmentInput } from '@/components/condition/segment-input';
import type { SegmentTest } from '@/lib/core/condition/condition';
import { ChoiceField } from '../fields/choice-field';
import { FilterField } from '../fields/filter-field';
import { FormField } from '../fields/form-field';
import type { FormProps, NodeForm } from '../node-form';

function Form({ value, onChange }: FormProps<'segment-trigger'>) {
  const t = useTranslations('forms.segment-trigger');
  const test: SegmentTest = { type: 'segment', segmentId: value.segmentId, isMember: true };
  return (
    <>
      <ChoiceField
        field="on"
        label={t('on')}
        value={value.on}
        options={[
          { value: 'entered', label: t('ons.entered') },
          { value: 'left', label: t('ons.left') },
        ]}
        onChange={(on) => onChange({ ...value, on })}
      />
      <FormField field="segmentId" label={t('segment')}>
        <SegmentInput value={test} onChange={({ segmentId }) => onChange({ ...value, segmentId })} />
      </FormField>
      <SegmentHint value={test} />
      <FilterField
        subject="attribute"
        label={t('filter')}
        value={value.filter}
        onChange={(filter) => onChange({ ...value, filter })}
      />
    </>
  );
}

export const segmentTriggerForm: NodeForm<'segment-trigger'> = { Form };
