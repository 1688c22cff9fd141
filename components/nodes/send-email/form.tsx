// What an e-mail says, and how it looks while it is written.
'use client';

import { useTranslations } from 'next-intl';
import { LiquidField } from '../fields/liquid-field';
import { MessageFields } from '../fields/message-fields';
import type { FormProps, NodeForm } from '../node-form';
import { ButtonFields } from './button-fields';

function Form({ value, onChange }: FormProps<'send-email'>) {
  const t = useTranslations('forms.send-email');
  return (
    <>
      <LiquidField
        field="subject"
        label={t('subject')}
        aside={t('subjectLength', { count: value.subject.length })}
        placeholder={t('subjectPlaceholder')}
        value={value.subject}
        maxLength={1000}
        onChange={(subject) => onChange({ ...value, subject })}
      />
      <LiquidField
        field="preheader"
        label={t('preheader')}
        hint={t('preheaderHint')}
        value={value.preheader}
        maxLength={1000}
        onChange={(preheader) => onChange({ ...value, preheader })}
      />
      <LiquidField
        field="body"
        label={t('body')}
        hint={t('bodyHint')}
        placeholder={t('bodyPlaceholder')}
        rows={9}
        value={value.body}
        maxLength={100_000}
        onChange={(body) => onChange({ ...value, body })}
      />
      <ButtonFields value={value.button} onChange={(button) => onChange({ ...value, button })} />
      <MessageFields value={value} onChange={onChange} />
    </>
  );
}

export const sendEmailForm: NodeForm<'send-email'> = { Form };
