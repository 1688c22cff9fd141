// A join has nothing to set; its form says what it does.
'use client';

import { useTranslations } from 'next-intl';
import type { NodeForm } from '../node-form';

function Form() {
  const t = useTranslations('forms.join');
  return <p className="text-muted text-sm">{t('intro')}</p>;
}

export const joinForm: NodeForm<'join'> = { Form };
