// Asks for a journey's priority, which holds at once.
'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { formText } from '@/components/shell/form-text';
import { useAct } from '@/components/shell/use-act';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormDialogFooter } from '@/components/ui/form-dialog-footer';
import { Input } from '@/components/ui/input';
import { setPriority } from '@/lib/actions/sending';
import type { JourneySummary } from '@/lib/core/api/journey';

const formId = 'journey-priority';

interface PriorityDialogProps {
  journey: Pick<JourneySummary, 'id' | 'name' | 'priority'>;
  onClose: () => void;
  /** With the sentence to say, and what was set. */
  onDone: (message: string, priority: number) => void;
}

export function PriorityDialog({ journey, onClose, onDone }: PriorityDialogProps) {
  const t = useTranslations('sending.priority');
  const { id, name } = journey;
  const { act, isPending, errorOf } = useAct(setPriority, ({ priority }) => {
    onClose();
    onDone(t('saved', { name, priority }), priority);
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = formText(event.currentTarget)('priority').trim();
    act({ id, priority: typed === '' ? Number.NaN : Number(typed) });
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={t('title', { name })}
        description={t('description')}
        footer={<FormDialogFooter form={formId} submit={t('save')} isPending={isPending} />}
      >
        <form id={formId} noValidate onSubmit={onSubmit}>
          <Field label={t('label')} hint={t('hint')} error={errorOf('priority')}>
            <Input
              name="priority"
              autoFocus
              autoComplete="off"
              className="w-24 tabular"
              defaultValue={String(journey.priority)}
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
