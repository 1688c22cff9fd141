// Lets people into a live journey: pasted or from a file, looked at before they are sent, and followed while they enter.
'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { formText } from '@/components/shell/form-text';
import { ImportProblems } from '@/components/shell/import-problems';
import { useUpload } from '@/components/shell/use-upload';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { FormDialogFooter } from '@/components/ui/form-dialog-footer';
import { Input } from '@/components/ui/input';
import { Progress } from '@/components/ui/progress';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
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
/** Enough for a preview of any list. */
const PREVIEW_BYTES = 16 * 1024;

export function AddPeopleDialog({ journeyId, entries, onClose }: AddPeopleDialogProps) {
  const t = useTranslations('entries');
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [head, setHead] = useState('');
  const [entry, setEntry] = useState(entries[0]?.value ?? '');
  const upload = useUpload<ImportedPeople>(() => {
    void client.invalidateQueries({ queryKey: entryListsQuery(journeyId).queryKey });
  });
  const choose = async (chosen: File) => {
    setFile(chosen);
    upload.setError(null);
    setHead(await chosen.slice(0, PREVIEW_BYTES).text());
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = formText(event.currentTarget)('name').trim() || t('unnamed');
    if (file === null && text.trim() === '') return upload.setError(t('nothing'));
    const query = new URLSearchParams({ name, ...(entries.length > 1 && { nodeId: entry }) });
    void send(query, file ?? new Blob([text]));
  };
  // What was taken goes from the fields, so that a second press does not let the same people in again.
  const send = async (query: URLSearchParams, people: Blob) => {
    if (!(await upload.send(`/v1/journeys/${journeyId}/lists/import?${query}`, people))) return;
    setText('');
    setFile(null);
  };
  const { error, progress, report } = upload;
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
          <Field
            label={t('people')}
            hint={t('peopleHint')}
            error={file === null && error ? error : undefined}
          >
            <Textarea
              rows={4}
              spellCheck={false}
              className="max-h-40 font-mono text-sm"
              placeholder={t('peoplePlaceholder')}
              value={text}
              disabled={file !== null}
              onChange={({ target }) => setText(target.value)}
            />
          </Field>
          <Field label={t('file')} error={file !== null && error ? error : undefined}>
            <FileField
              accept=".csv,.txt,text/csv,text/plain"
              file={file}
              prompt={t('prompt')}
              onFile={(chosen) => void choose(chosen)}
            />
          </Field>
        </form>
        <PeoplePreview text={file === null ? text : head} />
        {progress !== null && <Progress className="mt-4" label={t('sending')} share={progress} />}
        {report && <ImportProblems report={report} />}
        <EntryListProgress journeyId={journeyId} />
      </DialogContent>
    </Dialog>
  );
}
