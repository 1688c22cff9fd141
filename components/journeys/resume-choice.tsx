// What becomes of everything that was due while a journey was paused, with the numbers of each answer.
'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { ChoiceCards } from '@/components/ui/choice-cards';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';
import type { ResumePreview } from '@/lib/core/api/version';
import type { ResumePlan } from '@/lib/core/journey/resume-plan';
import { resumePreviewQuery } from '@/lib/queries/versions';
import { ResumeForecast } from './resume-forecast';

const kinds = ['shift', 'skip', 'spread'] as const;
const LONGEST = 720;

/** The answer as it is being chosen; the hours are kept while another one is looked at. */
export interface ResumeDraft {
  readonly kind: ResumePlan['kind'];
  readonly hours: number;
}

export const blankResume: ResumeDraft = { kind: 'shift', hours: 24 };

const areSound = (hours: number) => Number.isInteger(hours) && hours >= 1 && hours <= LONGEST;

/** Null while the hours make no sense. */
export function resumePlanOf({ kind, hours }: ResumeDraft): ResumePlan | null {
  if (kind !== 'spread') return { kind };
  return areSound(hours) ? { kind, hours } : null;
}

interface ResumeChoiceProps {
  journeyId: string;
  value: ResumeDraft;
  onChange: (value: ResumeDraft) => void;
}

export function ResumeChoice({ journeyId, value, onChange }: ResumeChoiceProps) {
  const t = useTranslations('versions.resume');
  const { kind, hours } = value;
  const { data, isError } = useQuery({
    ...resumePreviewQuery(journeyId, areSound(hours) ? hours : blankResume.hours),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="flex flex-col gap-4">
      <Standstill preview={data} isError={isError} />
      <ChoiceCards
        label={t('choose')}
        className="sm:grid-flow-row"
        value={kind}
        onValueChange={(chosen) => onChange({ ...value, kind: chosen })}
        options={kinds.map((one) => ({ value: one, label: t(`plans.${one}`), hint: t(`hints.${one}`) }))}
      />
      {kind === 'spread' && <Hours hours={hours} onHours={(next) => onChange({ ...value, hours: next })} />}
      {data && <ResumeForecast forecast={data.plans[kind]} />}
    </div>
  );
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

function Hours({ hours, onHours }: { hours: number; onHours: (hours: number) => void }) {
  const t = useTranslations('versions.resume');
  return (
    <Field label={t('hours')} error={areSound(hours) ? undefined : t('hoursError')}>
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
