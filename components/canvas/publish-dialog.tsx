// The question before a publish: what is new, a note about it, and what becomes of the people inside.
'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTestsBeforePublish } from '@/components/journey-tests/use-tests-before-publish';
import { blankResume, resumePlanOf } from '@/components/journeys/resume-choice';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { PausedPublish } from './paused-publish';
import { blankPlan, planOf } from './plan-draft';
import { PublishNews } from './publish-news';
import { PublishPlan } from './publish-plan';
import { PublishWarnings } from './publish-warnings';
import { useStudio } from './studio-context';
import { usePublishPreview } from './use-publish-preview';
import { useStanding } from './use-standing';

interface PublishDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function PublishDialog({ isOpen, onOpenChange }: PublishDialogProps) {
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      {isOpen && <Question onDone={() => onOpenChange(false)} />}
    </Dialog>
  );
}

function Question({ onDone }: { onDone: () => void }) {
  const t = useTranslations('canvas.publish');
  const [note, setNote] = useState('');
  const [draft, setDraft] = useState(blankPlan);
  const { run, isPending } = useStanding();
  const isFirst = useStudio((studio) => studio.standing.liveVersion === null);
  const isPaused = useStudio((studio) => studio.standing.state === 'paused');
  const [resumeDraft, setResumeDraft] = useState(blankResume);
  const resume = isPaused ? resumePlanOf(resumeDraft) : undefined;
  const plan = planOf(draft);
  const { preview, message } = usePublishPreview(plan);
  const { warning, holdUp, ignoreFailingTests } = useTestsBeforePublish();
  const publish = () =>
    run('publish', onDone, (actions, id) =>
      actions.publish({
        id,
        note,
        ignoreFailingTests,
        ...(!isFirst && { plan }),
        ...(resume && { resume }),
      }),
    );
  return (
    <DialogContent
      className="sm:top-[6vh] sm:max-w-lg"
      title={t('title')}
      description={t(isFirst ? 'first' : 'next')}
      footer={
        <>
          <Button onClick={onDone}>{t('notYet')}</Button>
          <Button
            variant="primary"
            disabled={holdUp || resume === null}
            isPending={isPending}
            onClick={publish}
          >
            {t('confirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <PublishNews />
        <PublishWarnings onOpen={onDone} />
        <Note note={note} onNote={setNote} />
        {warning}
        {message && (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger-ink text-sm">
            {message}
          </p>
        )}
        {!isFirst && !message && <PublishPlan preview={preview} plan={draft} onPlan={setDraft} />}
        {isPaused && <PausedPublish value={resumeDraft} onChange={setResumeDraft} />}
      </div>
    </DialogContent>
  );
}

function Note({ note, onNote }: { note: string; onNote: (note: string) => void }) {
  const t = useTranslations('versions');
  return (
    <Field label={t('note')} aside={t('optional')} hint={t('noteHint')}>
      <Textarea
        rows={2}
        className="min-h-0"
        maxLength={500}
        placeholder={t('notePlaceholder')}
        value={note}
        onChange={({ target }) => onNote(target.value)}
      />
    </Field>
  );
}
