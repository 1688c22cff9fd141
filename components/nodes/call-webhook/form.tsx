// Where to call, and with what.
'use client';

import { useTranslations } from 'next-intl';
import { LiquidField } from '../fields/liquid-field';
import { SavedNameField } from '../fields/saved-name-field';
import { SwitchField } from '../fields/switch-field';
import type { FormProps, NodeForm } from '../node-form';

/** Liquid that renders to JSON; the same in every language. */
const sample = '{"email": {{ customer.email | json }}}';

function Form({ value, onChange }: FormProps<'call-webhook'>) {
  const t = useTranslations('forms.call-webhook');
  return (
    <>
      <LiquidField
        field="url"
        label={t('url')}
        hint={t('urlHint')}
        placeholder="https://"
        value={value.url}
        maxLength={2000}
        onChange={(url) => onChange({ ...value, url })}
      />
      <LiquidField
        field="body"
        label={t('body')}
        hint={t('bodyHint')}
        aside={t('optional')}
        placeholder={sample}
        rows={8}
        isCode
        value={value.body}
        maxLength={100_000}
        onChange={(body) => onChange({ ...value, body })}
      />
      <SwitchField
        label={t('capture')}
        hint={t('captureHint')}
        value={value.capture !== null}
        onChange={(isOn) => onChange({ ...value, capture: isOn ? { saveAs: 'answer' } : null })}
      />
      {value.capture && (
        <SavedNameField
          field="capture.saveAs"
          value={value.capture.saveAs}
          onChange={(saveAs) => onChange({ ...value, capture: { saveAs } })}
        />
      )}
    </>
  );
}

export const callWebhookForm: NodeForm<'call-webhook'> = { Form };
