// Makes a key and shows it the one time it can be seen.
'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { formText } from '@/components/shell/form-text';
import { useIsOwner } from '@/components/shell/role';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { ChoiceCards } from '@/components/ui/choice-cards';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormDialogFooter } from '@/components/ui/form-dialog-footer';
import { Input } from '@/components/ui/input';
import { createKey } from '@/lib/actions/keys';
import type { KeyKind } from '@/lib/core/api/key';
import { SecretDialog } from './secret-dialog';

export function CreateKeyButton() {
  const t = useTranslations('settings.keys');
  const router = useRouter();
  const [isNaming, setIsNaming] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  if (!useIsOwner()) return null;
  const onCreated = (key: string) => {
    setIsNaming(false);
    setSecret(key);
    router.refresh();
  };
  return (
    <>
      <Button variant="primary" onClick={() => setIsNaming(true)}>
        <Plus aria-hidden />
        {t('create')}
      </Button>
      {isNaming && <NameDialog onClose={() => setIsNaming(false)} onCreated={onCreated} />}
      {secret && (
        <SecretDialog
          title={t('created.title')}
          description={t('created.description')}
          done={t('created.done')}
          secret={secret}
          onClose={() => setSecret(null)}
        />
      )}
    </>
  );
}

const kinds = ['write', 'secret'] as const satisfies KeyKind[];
const formId = 'create-key';

function NameDialog({ onClose, onCreated }: { onClose: () => void; onCreated: (key: string) => void }) {
  const t = useTranslations('settings.keys');
  const [kind, setKind] = useState<KeyKind>('write');
  const options = kinds.map((value) => ({
    value,
    label: t(`kinds.${value}`),
    hint: t(`kindHints.${value}`),
  }));
  const { act, isPending, errorOf } = useAct(createKey, ({ key }) => onCreated(key));
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    act({ kind, name: formText(event.currentTarget)('name') });
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={t('dialog.title')}
        footer={<FormDialogFooter form={formId} submit={t('dialog.submit')} isPending={isPending} />}
      >
        <form id={formId} noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
          <Field label={t('dialog.name')} hint={t('dialog.nameHint')} error={errorOf('name')}>
            <Input
              name="name"
              autoFocus
              maxLength={80}
              autoComplete="off"
              placeholder={t('dialog.namePlaceholder')}
            />
          </Field>
          <ChoiceCards label={t('dialog.kind')} value={kind} onValueChange={setKind} options={options} />
        </form>
      </DialogContent>
    </Dialog>
  );
}
