// Publishing a paused journey starts it again: says so, and asks what becomes of everything that was due.
'use client';

import { useTranslations } from 'next-intl';
import { ResumeChoice, type ResumeDraft } from '@/components/journeys/resume-choice';
import { useStudio } from './studio-context';

interface PausedPublishProps {
  value: ResumeDraft;
  onChange: (value: ResumeDraft) => void;
}

export function PausedPublish({ value, onChange }: PausedPublishProps) {
  const t = useTranslations('versions.plan');
  const id = useStudio((studio) => studio.id);
  return (
    <section className="flex flex-col gap-3 border-t pt-4">
      <h3 className="font-semibold text-sm">{t('pausedTitle')}</h3>
      <p className="rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-ink">{t('paused')}</p>
      <ResumeChoice journeyId={id} value={value} onChange={onChange} />
    </section>
  );
}
