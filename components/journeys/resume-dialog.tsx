// The question before a paused journey goes on: what becomes of everything that was due, with the numbers of each answer.
'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import type { ResumePlan } from '@/lib/core/journey/resume-plan';
import { blankResume, ResumeChoice, resumePlanOf } from './resume-choice';

interface ResumeDialogProps {
  journey: { readonly id: string; readonly name: string };
  isPending: boolean;
  onResume: (plan: ResumePlan) => void;
  onClose: () => void;
}

export function ResumeDialog({ journey, isPending, onResume, onClose }: ResumeDialogProps) {
  const t = useTranslations('versions.resume');
  const common = useTranslations('common');
  const [draft, setDraft] = useState(blankResume);
  const plan = resumePlanOf(draft);
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        className="sm:top-[8vh] sm:max-w-lg"
        title={t('title', { name: journey.name })}
        description={t('description')}
        footer={
          <>
            <Button onClick={onClose}>{common('cancel')}</Button>
            <Button
              variant="primary"
              isPending={isPending}
              disabled={plan === null}
              onClick={() => plan && onResume(plan)}
            >
              {t('confirm')}
            </Button>
          </>
        }
      >
        <ResumeChoice journeyId={journey.id} value={draft} onChange={setDraft} />
      </DialogContent>
    </Dialog>
  );
}
