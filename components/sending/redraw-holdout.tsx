// Since when the same customers are held out, and others instead: seldom, and never without saying what follows.
'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { redrawHoldout } from '@/lib/actions/sending';

export interface DrawInForce {
  readonly drawnAt: string;
  readonly redrawFrom: string;
  /** By the product's clock, when the page was made. */
  readonly mayRedraw: boolean;
}

export function RedrawHoldout({ draw: { drawnAt, redrawFrom, mayRedraw } }: { draw: DrawInForce }) {
  const t = useTranslations('sending.holdout.redraw');
  const format = useFormatter();
  const router = useRouter();
  const [isAsked, setIsAsked] = useState(false);
  const { act, isPending } = useAct(redrawHoldout, () => {
    setIsAsked(false);
    toast.success(t('done'));
    router.refresh();
  });
  const day = (at: string) => format.dateTime(new Date(at), 'day');
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <p className="min-w-0 flex-1 basis-64 text-muted">
        {t(mayRedraw ? 'since' : 'notYet', { since: day(drawnAt), from: day(redrawFrom) })}
      </p>
      {mayRedraw && <Button onClick={() => setIsAsked(true)}>{t('action')}</Button>}
      <ConfirmDialog
        open={isAsked}
        onOpenChange={setIsAsked}
        title={t('title')}
        description={t('description')}
        action={t('action')}
        isPending={isPending}
        onConfirm={() => act({})}
      />
    </div>
  );
}
