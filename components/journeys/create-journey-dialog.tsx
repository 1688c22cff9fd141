// Names a new journey and opens its empty canvas.
'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { formText } from '@/components/shell/form-text';
import { useAct } from '@/components/shell/use-act';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormDialogFooter } from '@/components/ui/form-dialog-footer';
import { Input } from '@/components/ui/input';
import { createJourney } from '@/lib/actions/journeys';

const formId = 'create-journey';

export function CreateJourneyDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('journeys.create');
  const router = useRouter();
  const { act, isPending, errorOf } = useAct(createJourney, (journey) => {
    onOpenChange(false);
    router.push(`/journeys/${journey.id}`);
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    act({ name: formText(event.currentTarget)('name') });
  };
  return (
    <Dialog open onOpenChange={onOpenChange}>
      <DialogContent
        title={t('title')}
        description={t('description')}
        footer={<FormDialogFooter form={formId} submit={t('submit')} isPending={isPending} />}
      >
        <form id={formId} noValidate onSubmit={onSubmit}>
          <Field label={t('name')} hint={t('nameHint')} error={errorOf('name')}>
            <Input
              name="name"
              autoFocus
              autoComplete="off"
              maxLength={120}
              placeholder={t('namePlaceholder')}
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
