// A form in a card, saved by the button at its foot. People who may not change things see it without the button.
'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent, ReactNode } from 'react';
import { formText } from '@/components/shell/form-text';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardFooter, CardHeader } from '@/components/ui/card';

interface FormCardProps {
  title: string;
  description?: string;
  submit: string;
  isPending: boolean;
  onSubmit: (text: (name: string) => string) => void;
  isEditable: boolean;
  children: ReactNode;
}

export function FormCard(props: FormCardProps) {
  const { title, description, submit, isPending, onSubmit, isEditable, children } = props;
  const t = useTranslations('settings');
  const onFormSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(formText(event.currentTarget));
  };
  return (
    <Card aria-label={title}>
      <CardHeader title={title} description={description} />
      <form noValidate onSubmit={onFormSubmit}>
        <fieldset disabled={!isEditable} className="min-w-0">
          <CardBody className="flex flex-col gap-4">{children}</CardBody>
        </fieldset>
        <CardFooter>
          {isEditable ? (
            <Button type="submit" variant="primary" isPending={isPending}>
              {submit}
            </Button>
          ) : (
            <p className="mr-auto text-muted text-xs">{t('readOnly')}</p>
          )}
        </CardFooter>
      </form>
    </Card>
  );
}
