// An exit has nothing to set; its form says what it does.
'use client';

import { useTranslations } from 'next-intl';
import type { NodeForm } from '../node-form';

function Form() {
  const t = useTranslations('forms.exit');
  return <p className="text-muted text-sm">{t('intro')}</p>;
}

export const exitForm: NodeForm<'exit'> = { Form };
