// The foot of a dialog that holds a form: the way out, and the button that sends the form.
'use client';

import { useTranslations } from 'next-intl';
import { Button } from './button';
import { DialogClose } from './dialog';

interface FormDialogFooterProps {
  /** The id of the form. */
  form: string;
  submit: string;
  isPending: boolean;
  /** It was sent and the dialog stays: there is nothing to cancel any more. */
  isDone?: boolean;
}

export function FormDialogFooter({ form, submit, isPending, isDone }: FormDialogFooterProps) {
  const t = useTranslations('common');
  return (
    <>
      <DialogClose asChild>
        <Button>{t(isDone ? 'close' : 'cancel')}</Button>
      </DialogClose>
      <Button type="submit" form={form} variant="primary" isPending={isPending}>
        {submit}
      </Button>
    </>
  );
}
