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
}

export function FormDialogFooter({ form, submit, isPending }: FormDialogFooterProps) {
  const t = useTranslations('common');
  return (
    <>
      <DialogClose asChild>
        <Button>{t('cancel')}</Button>
      </DialogClose>
      <Button type="submit" form={form} variant="primary" isPending={isPending}>
        {submit}
      </Button>
    </>
  );
}
