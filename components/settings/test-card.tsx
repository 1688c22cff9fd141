// Sends one message with the settings that are saved, to see that they work.
'use client';

import { Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { formText } from '@/components/shell/form-text';
import { useIsOwner } from '@/components/shell/role';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import { sendTest } from '@/lib/actions/connections';

interface TestCardProps {
  channel: 'email' | 'sms';
  /** Filled in for a start, e.g. the reader's own address. */
  to: string;
}

export function TestCard({ channel, to }: TestCardProps) {
  const t = useTranslations('settings.test');
  const isOwner = useIsOwner();
  const { act, isPending, errorOf } = useAct(sendTest, () => toast.success(t('sent')));
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    act({ channel, to: formText(event.currentTarget)('to').trim() });
  };
  if (!isOwner) return null;
  return (
    <Card aria-label={t('title')}>
      <CardHeader title={t('title')} description={t('description')} />
      <CardBody>
        <form noValidate onSubmit={onSubmit} className="flex items-end gap-2">
          <Field label={t('to')} error={errorOf('to')} className="max-w-80 flex-1">
            {channel === 'email' ? (
              <Input name="to" type="email" defaultValue={to} />
            ) : (
              <Input name="to" type="tel" defaultValue={to} placeholder={t('toSmsPlaceholder')} />
            )}
          </Field>
          <Button type="submit" isPending={isPending}>
            <Send aria-hidden />
            {t('submit')}
          </Button>
        </form>
      </CardBody>
    </Card>
  );
}
