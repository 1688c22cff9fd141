// Names a new coupon pool and says where its codes come from.
'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { formText } from '@/components/shell/form-text';
import { useMayWrite } from '@/components/shell/role';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { ChoiceCards } from '@/components/ui/choice-cards';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormDialogFooter } from '@/components/ui/form-dialog-footer';
import { Input } from '@/components/ui/input';
import { createCouponPool } from '@/lib/actions/coupons';

export function CreatePoolButton() {
  const t = useTranslations('coupons');
  const [isOpen, setIsOpen] = useState(false);
  if (!useMayWrite()) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden />
        {t('new')}
      </Button>
      {isOpen && <CreatePoolDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}

const kinds = ['pattern', 'import'] as const;
const formId = 'create-coupon-pool';

function CreatePoolDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('coupons.create');
  const router = useRouter();
  const [kind, setKind] = useState<(typeof kinds)[number]>('pattern');
  const { act, isPending, errorOf } = useAct(createCouponPool, ({ id }) => {
    onClose();
    router.push(`/coupons/${id}`);
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = formText(event.currentTarget);
    act({ name: text('name'), pattern: kind === 'pattern' ? text('pattern') : null });
  };
  const options = kinds.map((value) => ({
    ...{ value, label: t(`kinds.${value}`), hint: t(`kindHints.${value}`) },
  }));
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={t('title')}
        footer={<FormDialogFooter form={formId} submit={t('submit')} isPending={isPending} />}
      >
        <form id={formId} noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
          <Field label={t('name')} hint={t('nameHint')} error={errorOf('name')}>
            <Input
              name="name"
              autoFocus
              maxLength={120}
              autoComplete="off"
              placeholder={t('namePlaceholder')}
            />
          </Field>
          <ChoiceCards label={t('kind')} value={kind} onValueChange={setKind} options={options} />
          {kind === 'pattern' && (
            <Field label={t('pattern')} hint={t('patternHint')} error={errorOf('pattern')}>
              <Input
                name="pattern"
                maxLength={60}
                autoComplete="off"
                spellCheck={false}
                className="font-mono"
                defaultValue="TEA-########"
              />
            </Field>
          )}
        </form>
      </DialogContent>
    </Dialog>
  );
}
