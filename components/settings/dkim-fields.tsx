// DKIM, for mail servers that do not sign by themselves. Folded away unless it is in use.
'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { EmailSettings } from './email-settings';

interface DkimFieldsProps {
  dkim: EmailSettings['dkim'];
  hasKey: boolean;
  errorOf: (name: string) => string | undefined;
}

export function DkimFields({ dkim, hasKey, errorOf }: DkimFieldsProps) {
  const t = useTranslations('settings.email.delivery');
  return (
    <details open={dkim.domain !== ''} className="group rounded-md border px-4 py-3">
      <summary className="flex items-center gap-2 rounded-xs">
        <ChevronRight className="size-4 text-faint transition-transform group-open:rotate-90" aria-hidden />
        <span className="font-medium text-sm">{t('dkim')}</span>
        <span className="text-muted text-xs max-sm:hidden">{t('dkimHint')}</span>
      </summary>
      <div className="mt-4 flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('dkimDomain')} error={errorOf('config.dkim.domain')}>
            <Input name="dkimDomain" defaultValue={dkim.domain} autoComplete="off" spellCheck={false} />
          </Field>
          <Field label={t('dkimSelector')} error={errorOf('config.dkim.selector')}>
            <Input name="dkimSelector" defaultValue={dkim.selector} autoComplete="off" spellCheck={false} />
          </Field>
        </div>
        <Field label={t('dkimKey')} hint={hasKey && t('stored')} error={errorOf('secret.dkimPrivateKey')}>
          <Textarea name="dkimPrivateKey" rows={3} spellCheck={false} className="font-mono text-xs" />
        </Field>
      </div>
    </details>
  );
}
