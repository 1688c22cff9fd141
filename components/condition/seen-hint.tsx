// Says under a line what is odd about it by what was seen lately. It stays allowed.
'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type Suggestion, useNodeForm } from '@/components/nodes/form-context';
import type { Test } from '@/lib/core/condition/condition';
import { seenNote } from './seen-note';

export function SeenHint({ value, suggestions }: { value: Test; suggestions: readonly Suggestion[] }) {
  const t = useTranslations('forms.condition.seen');
  const format = useFormatter();
  const note = seenNote(value, suggestions);
  if (note === null) return null;
  const path = value.path.join('.');
  if (note.kind === 'never-seen') return <Hint>{t('never', { path })}</Hint>;
  const samples = format.list(
    note.samples.map((sample) => t('sample', { text: String(sample) })),
    { type: 'unit' },
  );
  const { wanted } = note;
  const seen = note.seen === 'yes-no' ? 'yesNo' : note.seen;
  return <Hint>{t('clash', { path, wanted, seen, samples, count: note.samples.length })}</Hint>;
}

export function EventSeenHint({ event }: { event: string }) {
  const t = useTranslations('forms.event');
  const { events } = useNodeForm().suggestions;
  const isUnseen = event !== '' && events.length > 0 && !events.some(({ value }) => value === event);
  return isUnseen && <Hint>{t('unseen')}</Hint>;
}

function Hint({ children }: { children: string }) {
  return <p className="text-warning-ink text-xs">{children}</p>;
}
