// What a text message says, and what it will take to carry it.
'use client';

import { useTranslations } from 'next-intl';
import { LiquidField } from '../fields/liquid-field';
import { MessageFields } from '../fields/message-fields';
import { SmsLength } from '../fields/sms-length';
import type { FormProps, NodeForm } from '../node-form';

function Form({ value, onChange }: FormProps<'send-sms'>) {
  const t = useTranslations('forms.send-sms');
  return (
    <>
      <div className="flex flex-col gap-2">
        <LiquidField
          field="text"
          label={t('text')}
          placeholder={t('textPlaceholder')}
          rows={5}
          value={value.text}
          maxLength={10_000}
          onChange={(text) => onChange({ ...value, text })}
        />
        <SmsLength text={value.text} />
      </div>
      <MessageFields value={value} onChange={onChange} />
    </>
  );
}

export const sendSmsForm: NodeForm<'send-sms'> = { Form };
