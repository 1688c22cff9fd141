// The one button of an e-mail, or none.
'use client';

import { useTranslations } from 'next-intl';
import type { NodeData } from '@/lib/core/nodes/registry';
import { LiquidField } from '../fields/liquid-field';
import { SwitchField } from '../fields/switch-field';

type EmailButton = NodeData<'send-email'>['button'];

interface ButtonFieldsProps {
  value: EmailButton;
  onChange: (value: EmailButton) => void;
}

export function ButtonFields({ value, onChange }: ButtonFieldsProps) {
  const t = useTranslations('forms.send-email');
  return (
    <div className="flex flex-col gap-3">
      <SwitchField
        label={t('button')}
        hint={t('buttonHint')}
        value={value !== null}
        onChange={(isOn) => onChange(isOn ? { label: '', url: '' } : null)}
      />
      {value && (
        <div className="flex flex-col gap-3 border-line-strong border-l-2 pl-3">
          <LiquidField
            field="button.label"
            label={t('buttonLabel')}
            placeholder={t('buttonLabelPlaceholder')}
            value={value.label}
            maxLength={200}
            onChange={(label) => onChange({ ...value, label })}
          />
          <LiquidField
            field="button.url"
            label={t('buttonUrl')}
            placeholder="https://"
            value={value.url}
            maxLength={2000}
            onChange={(url) => onChange({ ...value, url })}
          />
        </div>
      )}
    </div>
  );
}
