// A jump has nothing to set; its form says how to draw it.
'use client';

import { useTranslations } from 'next-intl';
import type { NodeForm } from '../node-form';

function Form() {
  const t = useTranslations('forms.go-to');
  return <p className="text-muted text-sm">{t('intro')}</p>;
}

export const goToForm: NodeForm<'go-to'> = { Form };
