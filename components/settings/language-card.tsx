// The language somebody reads the studio in.
'use client';

import { useTranslations } from 'next-intl';
import { LanguageChoice } from '@/components/shell/language-choice';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/field';

export function LanguageCard() {
  const t = useTranslations('shell');
  const settings = useTranslations('settings.account');
  return (
    <Card aria-label={t('language')}>
      <CardHeader title={t('language')} />
      <CardBody>
        <Field label={t('language')} hint={settings('languageHint')}>
          <LanguageChoice />
        </Field>
      </CardBody>
    </Card>
  );
}
