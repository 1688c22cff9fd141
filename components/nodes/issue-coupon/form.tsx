// From which pool the code comes, and under which name it is kept.
'use client';

import { useTranslations } from 'next-intl';
import { PickField } from '../fields/pick-field';
import { SavedNameField } from '../fields/saved-name-field';
import { useNodeForm } from '../form-context';
import type { FormProps, NodeForm } from '../node-form';

function Form({ value, onChange }: FormProps<'issue-coupon'>) {
  const t = useTranslations('forms.issue-coupon');
  const { suggestions } = useNodeForm();
  return (
    <>
      <PickField
        field="poolId"
        label={t('pool')}
        hint={t('poolHint')}
        empty={t('noPools')}
        choices={suggestions.couponPools}
        value={value.poolId}
        onChange={(poolId) => onChange({ ...value, poolId })}
      />
      <SavedNameField
        field="saveAs"
        value={value.saveAs}
        onChange={(saveAs) => onChange({ ...value, saveAs })}
      />
    </>
  );
}

export const issueCouponForm: NodeForm<'issue-coupon'> = { Form };
