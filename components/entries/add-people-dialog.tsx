// Lets people into a live journey: pasted or from a file, looked at before they are sent, and followed while they enter.
'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { formText } from '@/components/shell/form-text';
import { ImportProblems } from '@/components/shell/import-problems';
import { RowsToSendFields } from '@/components/shell/rows-to-send-fields';
import { useRowsToSend } from '@/components/shell/use-rows-to-send';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormDialogFooter } from '@/components/ui/form-dialog-footer';
import { Input } from '@/components/ui/input';
import { Progress } from '@/components/ui/progress';
import { Select } from '@/components/ui/select';
import type { ImportedPeople } from '@/lib/core/api/entry';
import { entryListsQuery } from '@/lib/queries/entry-lists';
import { EntryListProgress } from './entry-list-progress';
import { PeoplePreview } from './people-preview';

interface AddPeopleDialogProps {
  journeyId: string;
  /** The steps that lists can enter at. */
  entries: readonly { value: string; label: string }[];
  onClose: () => void;
}

const formId = 'add-people';

export function AddPeopleDialog({ journeyId, entries, onClose }: AddPeopleDialogProps) {
  const t = useTranslations('entries');
  const client = useQueryClient();
  const [entry, setEntry] = useState(entries[0]?.value ?? '');
  const rows = useRowsToSend<ImportedPeople>(() => {
    void client.invalidateQueries({ queryKey: entryListsQuery(journeyId).queryKey });
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = formText(event.currentTarget)('name').trim() || t('unnamed');
    if (rows.isEmpty) return rows.setError(t('nothing'));
    const query = new URLSearchParams({ name, ...(entries.length > 1 && { nodeId: entry }) });
    void rows.send(`/v1/journeys/${journeyId}/lists/import?${query}`);
  };
  const { progress, report } = rows;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={t('title')}
        description={t('description')}
        className="sm:top-[6vh] sm:max-w-xl"
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
          <Field label={t('name')}>
            <Input name="name" maxLength={120} autoComplete="off" placeholder={t('namePlaceholder')} />
          </Field>
          {entries.length > 1 && (
            <Field label={t('entry')}>
              <Select value={entry} onValueChange={setEntry} options={entries} />
            </Field>
          )}
          <RowsToSendFields
            rows={rows}
            pasted={{ label: t('people'), hint: t('peopleHint'), placeholder: t('peoplePlaceholder') }}
            fromFile={{ label: t('file'), prompt: t('prompt') }}
          />
        </form>
        <PeoplePreview file={rows.file} text={rows.text} />
        {progress !== null && <Progress className="mt-4" label={t('sending')} share={progress} />}
        {report && <ImportProblems report={report} />}
        <EntryListProgress journeyId={journeyId} />
      </DialogContent>
    </Dialog>
  );
}
