// The question before a paused journey goes on: what becomes of everything that was due, with the numbers of each answer.
'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ChoiceCards } from '@/components/ui/choice-cards';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';
import type { ResumePreview } from '@/lib/core/api/version';
import type { ResumePlan } from '@/lib/core/journey/resume-plan';
import { resumePreviewQuery } from '@/lib/queries/versions';
import { ResumeForecast } from './resume-forecast';

const kinds = ['shift', 'skip', 'spread'] as const;
const LONGEST = 720;

interface ResumeDialogProps {
  journey: { readonly id: string; readonly name: string };
  isPending: boolean;
  onResume: (plan: ResumePlan) => void;
  onClose: () => void;
}

export function ResumeDialog({ journey, isPending, onResume, onClose }: ResumeDialogProps) {
  const t = useTranslations('versions.resume');
  const [kind, setKind] = useState<ResumePlan['kind']>('shift');
  const [hours, setHours] = useState(24);
  const isSound = Number.isInteger(hours) && hours >= 1 && hours <= LONGEST;
  const { data, isError } = useQuery({
    ...resumePreviewQuery(journey.id, isSound ? hours : 24),
    placeholderData: keepPreviousData,
  });
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        className="sm:top-[8vh] sm:max-w-lg"
        title={t('title', { name: journey.name })}
        description={t('description')}
        footer={
          <>
            <ResumeCancel onClose={onClose} />
            <Button
              variant="primary"
              isPending={isPending}
              disabled={kind === 'spread' && !isSound}
              onClick={() => onResume(kind === 'spread' ? { kind, hours } : { kind })}
            >
              {t('confirm')}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <Standstill preview={data} isError={isError} />
          <ChoiceCards
            label={t('choose')}
            className="sm:grid-flow-row"
            value={kind}
            onValueChange={setKind}
            options={kinds.map((value) => ({
              value,
              label: t(`plans.${value}`),
              hint: t(`hints.${value}`),
            }))}
          />
          {kind === 'spread' && (
            <Hours hours={hours} onHours={setHours} error={isSound ? undefined : t('hoursError')} />
          )}
          {data && <ResumeForecast forecast={data.plans[kind]} />}
        </div>
      </DialogContent>
    </Dialog>
  );
}

function ResumeCancel({ onClose }: { onClose: () => void }) {
  const t = useTranslations('common');
  return <Button onClick={onClose}>{t('cancel')}</Button>;
}

function Standstill({ preview, isError }: { preview: ResumePreview | undefined; isError: boolean }) {
  const t = useTranslations('versions.resume');
  const format = useFormatter();
  if (isError) return <p role="alert">{t('failed')}</p>;
  if (!preview) {
    return (
      <p role="status">
        <span className="sr-only">{t('counting')}</span>
        <Skeleton className="h-10 w-full" />
      </p>
    );
  }
  const { pausedAt, due, held } = preview;
  if (pausedAt === null) return null;
  const since = format.dateTime(new Date(pausedAt), 'day');
  return (
    <p role="status" className="text-sm">
      {t('pausedSince', { since, due, held })}
    </p>
  );
}

interface HoursProps {
  hours: number;
  onHours: (hours: number) => void;
  error: string | undefined;
}

function Hours({ hours, onHours, error }: HoursProps) {
  const t = useTranslations('versions.resume');
  return (
    <Field label={t('hours')} error={error}>
      <Input
        type="number"
        inputMode="numeric"
        min={1}
        max={LONGEST}
        value={Number.isNaN(hours) ? '' : hours}
        onChange={({ target }) => onHours(target.valueAsNumber)}
      />
    </Field>
  );
}
