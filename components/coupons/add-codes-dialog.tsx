// Puts codes into a pool: pasted, or from a file. Both go the same way.
'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ImportProblems } from '@/components/shell/import-problems';
import { useUpload } from '@/components/shell/use-upload';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { FormDialogFooter } from '@/components/ui/form-dialog-footer';
import { Progress } from '@/components/ui/progress';
import { Textarea } from '@/components/ui/textarea';
import type { ImportedCoupons } from '@/lib/core/api/coupon';

const formId = 'add-codes';

export function AddCodesDialog({ poolId, onClose }: { poolId: string; onClose: () => void }) {
  const t = useTranslations('coupons.dialog');
  const router = useRouter();
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const upload = useUpload<ImportedCoupons>(() => router.refresh());
  const { progress, report, error } = upload;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (file === null && text.trim() === '') return upload.setError(t('nothing'));
    void send(file ?? new Blob([text]));
  };
  // What was taken goes from the fields, so that a second press does not send it again.
  const send = async (codes: Blob) => {
    if (!(await upload.send(`/v1/coupon-pools/${poolId}/import`, codes))) return;
    setText('');
    setFile(null);
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
          <Field label={t('text')} hint={t('textHint')} error={file === null && error ? error : undefined}>
            <Textarea
              rows={5}
              spellCheck={false}
              className="max-h-48 font-mono text-sm"
              value={text}
              disabled={file !== null}
              onChange={({ target }) => setText(target.value)}
            />
          </Field>
          <Field label={t('file')} hint={t('fileHint')} error={file !== null && error ? error : undefined}>
            <FileField
              accept=".csv,.txt,text/csv,text/plain"
              file={file}
              prompt={t('prompt')}
              onFile={setFile}
            />
          </Field>
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
