// What a segment is called and whom it means, with who that would be beside it. New segments and changed ones alike.
'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent, ReactNode } from 'react';
import { formText } from '@/components/shell/form-text';
import { Button } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Condition } from '@/lib/core/condition/condition';
import { ConditionEditor } from './condition-editor';
import { PreviewPanel } from './preview-panel';
import { changed, type Undoable } from './undoable';

interface Saved {
  name: string;
  description: string;
  condition: Condition;
}

interface SegmentFormProps {
  self: string | null;
  /** What the fields hold at first. */
  name: string;
  description: string;
  held: Undoable<Condition>;
  onHeld: (held: Undoable<Condition>) => void;
  isReadOnly: boolean;
  isPending: boolean;
  isStrict: boolean;
  errorOf: (field: string) => string | undefined;
  submit: string;
  onSubmit: (saved: Saved) => void;
  cancel: ReactNode;
}

export function SegmentForm(props: SegmentFormProps) {
  const { self, name, description, held, onHeld, isReadOnly, isPending, isStrict, errorOf } = props;
  const t = useTranslations('segments.editor');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = formText(event.currentTarget);
    props.onSubmit({ name: text('name'), description: text('description'), condition: held.present });
  };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <form noValidate onSubmit={submit}>
        <Card>
          <CardBody className="flex flex-col gap-5 pt-5">
            <fieldset disabled={isReadOnly} className="grid gap-4 sm:grid-cols-2">
              <Field label={t('name')} error={errorOf('name')}>
                <Input
                  name="name"
                  maxLength={120}
                  autoComplete="off"
                  placeholder={t('namePlaceholder')}
                  defaultValue={name}
                />
              </Field>
              <Field label={t('description')} aside={t('optional')} error={errorOf('description')}>
                <Input name="description" maxLength={500} autoComplete="off" defaultValue={description} />
              </Field>
            </fieldset>
            <ConditionEditor
              self={self}
              held={held}
              onChange={onHeld}
              isStrict={isStrict}
              isReadOnly={isReadOnly}
            />
            {errorOf('condition') && (
              <p role="alert" className="text-danger-ink text-sm">
                {errorOf('condition')}
              </p>
            )}
          </CardBody>
          {!isReadOnly && (
            <footer className="flex justify-end gap-2 rounded-b-lg border-t bg-sunken/45 px-5 py-3 max-sm:px-4">
              {props.cancel}
              <Button type="submit" variant="primary" isPending={isPending}>
                {props.submit}
              </Button>
            </footer>
          )}
        </Card>
      </form>
      <PreviewPanel
        condition={held.present}
        onChange={isReadOnly ? undefined : (condition) => onHeld(changed(held, condition))}
      />
    </div>
  );
}
