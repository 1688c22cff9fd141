// Takes a catalogue from a file: how far it is while it is read, and what could not be taken when it is done.
'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ImportProblems } from '@/components/shell/import-problems';
import { useUpload } from '@/components/shell/use-upload';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { Progress } from '@/components/ui/progress';
import type { ImportedProducts } from '@/lib/core/api/product';

export function ImportProductsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('catalogue.dialog');
  const common = useTranslations('common');
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const upload = useUpload<ImportedProducts>(() => {
    void client.invalidateQueries({ queryKey: ['products'] });
  });
  const { report, progress, error } = upload;
  const isSending = progress !== null;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={t('title')}
        description={t('description')}
        className="sm:max-w-xl"
        footer={
          <>
            <DialogClose asChild>
              <Button>{report ? t('done') : common('cancel')}</Button>
            </DialogClose>
            <Button
              variant="primary"
              disabled={file === null}
              isPending={isSending}
              onClick={() => file && void upload.send('/v1/products/import', file)}
            >
              {t('submit')}
            </Button>
          </>
        }
      >
        <Field label={t('file')} hint={t('columns')} error={error ?? undefined}>
          <FileField
            accept=".csv,.tsv,.txt,text/csv"
            file={file}
            prompt={t('prompt')}
            disabled={isSending}
            onFile={(chosen) => {
              upload.setError(null);
              setFile(chosen);
            }}
          />
        </Field>
        {isSending && <Progress className="mt-4" label={t('progress')} share={progress} />}
        <div role="status">{report && <Outcome report={report} />}</div>
        {report && <ImportProblems report={report} />}
      </DialogContent>
    </Dialog>
  );
}

function Outcome({ report: { created, updated, unchanged, changes } }: { report: ImportedProducts }) {
  const t = useTranslations('catalogue.dialog');
  return (
    <p className="mt-4 text-sm">
      {t('report', { created, updated, unchanged })} {changes > 0 && t('changes', { count: changes })}
    </p>
  );
}
