// Puts codes into a pool: pasted, or from a file. Both go the same way.
'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { ImportProblems } from '@/components/shell/import-problems';
import { RowsToSendFields } from '@/components/shell/rows-to-send-fields';
import { useRowsToSend } from '@/components/shell/use-rows-to-send';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { FormDialogFooter } from '@/components/ui/form-dialog-footer';
import { Progress } from '@/components/ui/progress';
import type { ImportedCoupons } from '@/lib/core/api/coupon';

const formId = 'add-codes';

export function AddCodesDialog({ poolId, onClose }: { poolId: string; onClose: () => void }) {
  const t = useTranslations('coupons.dialog');
  const router = useRouter();
  const rows = useRowsToSend<ImportedCoupons>(() => router.refresh());
  const { progress, report } = rows;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (rows.isEmpty) return rows.setError(t('nothing'));
    void rows.send(`/v1/coupon-pools/${poolId}/import`);
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={t('title')}
        description={t('description')}
        className="sm:max-w-lg"
        footer={
          <FormDialogFooter
            form={formId}
            submit={t('submit')}
            isPending={progress !== null}
            isDone={report !== null}
          />
        }
      >
        <form id={formId} noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
          <RowsToSendFields
            rows={rows}
            pasted={{ label: t('text'), hint: t('textHint') }}
            fromFile={{ label: t('file'), hint: t('fileHint'), prompt: t('prompt') }}
          />
        </form>
        {progress !== null && <Progress className="mt-4" label={t('progress')} share={progress} />}
        <p role="status" className="text-sm not-empty:mt-4">
          {report && t('report', { added: report.added, known: report.known })}
        </p>
        {report && <ImportProblems report={report} />}
      </DialogContent>
    </Dialog>
  );
}
