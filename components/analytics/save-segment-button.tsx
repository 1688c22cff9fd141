// Saves the people behind a cell as a segment, under a name.
'use client';

import { UsersRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { formText } from '@/components/shell/form-text';
import { useMayWrite } from '@/components/shell/role';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormDialogFooter } from '@/components/ui/form-dialog-footer';
import { Input } from '@/components/ui/input';
import { createSegment } from '@/lib/actions/segments';
import type { Condition } from '@/lib/core/condition/condition';

interface SaveSegmentButtonProps {
  condition: Condition;
  suggestedName: string;
}

export function SaveSegmentButton(props: SaveSegmentButtonProps) {
  const t = useTranslations('analytics.people');
  const [isOpen, setIsOpen] = useState(false);
  if (!useMayWrite()) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <UsersRound aria-hidden />
        {t('save')}
      </Button>
      {isOpen && <SaveDialog {...props} onClose={() => setIsOpen(false)} />}
    </>
  );
}

const formId = 'save-cell-as-segment';

function SaveDialog({ condition, suggestedName, onClose }: SaveSegmentButtonProps & { onClose: () => void }) {
  const t = useTranslations('analytics.people');
  const router = useRouter();
  const { act, isPending, errorOf } = useAct(createSegment, ({ id }) => {
    onClose();
    router.push(`/segments/${id}`);
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = formText(event.currentTarget);
    act({ name: text('name'), description: '', condition, template: null });
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={t('saveTitle')}
        description={t('saveDescription')}
        footer={<FormDialogFooter form={formId} submit={t('submit')} isPending={isPending} />}
      >
        <form id={formId} noValidate onSubmit={submit}>
          <Field label={t('name')} error={errorOf('name')}>
            <Input name="name" autoFocus maxLength={120} autoComplete="off" defaultValue={suggestedName} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
