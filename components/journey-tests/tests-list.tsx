// All tests of the journey, run on the drawing as it is: which pass, and what differed in those that do not.
'use client';

import { useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleX, FlaskConical, Lock, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { documentOf } from '@/components/canvas/studio';
import { useStudio } from '@/components/canvas/studio-context';
import { ListFailure } from '@/components/shell/list-failure';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { deleteJourneyTest } from '@/lib/actions/journey-tests';
import type { JourneyTestEntry } from '@/lib/core/api/journey-test';
import { differenceText } from '@/lib/core/journey-test/difference-text';
import type { JourneyTest } from '@/lib/core/journey-test/journey-test';
import { journeyTestsQuery } from '@/lib/queries/journey-tests';
import { useDifferenceWords } from './use-difference-words';
import { type TestRun, useTestRuns } from './use-test-runs';

interface TestsListProps {
  isReadOnly: boolean;
  onOpen: (id: JourneyTestEntry['id'], test: JourneyTest) => void;
  onWrite: () => void;
  onFromCustomer: () => void;
}

export function TestsList({ isReadOnly, onOpen, onWrite, onFromCustomer }: TestsListProps) {
  const t = useTranslations('journeyTests.panel');
  const { runs, error, refetch } = useTestRuns();
  const ways = !isReadOnly && (
    <>
      <Button variant="primary" onClick={onWrite}>
        {t('write')}
      </Button>
      <Button onClick={onFromCustomer}>{t('fromCustomer')}</Button>
    </>
  );
  if (error) return <ListFailure error={error} onRetry={() => refetch()} />;
  if (!runs) return <Skeleton className="m-5 h-24" />;
  if (runs.length === 0) {
    return (
      <EmptyState
        icon={<FlaskConical aria-hidden />}
        title={t('empty.title')}
        description={t('empty.description')}
        action={ways}
      />
    );
  }
  return (
    <div className="flex flex-col gap-4 p-5 max-sm:p-4">
      {!isReadOnly && <div className="flex flex-wrap gap-2">{ways}</div>}
      <ul className="flex flex-col gap-2">
        {runs.map((run) => (
          <TestRow key={run.entry.id} run={run} isReadOnly={isReadOnly} onOpen={onOpen} />
        ))}
      </ul>
    </div>
  );
}

interface TestRowProps {
  run: TestRun;
  isReadOnly: boolean;
  onOpen: TestsListProps['onOpen'];
}

function TestRow({ run: { entry, verdict }, isReadOnly, onOpen }: TestRowProps) {
  const t = useTranslations('journeyTests.panel');
  const words = useDifferenceWords(useStudio(documentOf));
  const { id, test } = entry;
  const Judged = verdict.passed ? CircleCheck : CircleX;
  const Icon = test === null ? Lock : Judged;
  return (
    <li className="flex items-start gap-1 rounded-md border bg-surface shadow-low">
      <button
        type="button"
        // What a newer release has saved can be neither opened nor taken away unseen.
        disabled={test === null}
        onClick={() => test && onOpen(id, test)}
        className="flex min-w-0 flex-1 items-start gap-3 px-4 py-3 text-left"
      >
        <Icon
          aria-hidden
          className={verdict.passed ? 'mt-0.5 size-4.5 text-success' : 'mt-0.5 size-4.5 text-danger'}
        />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium text-sm">{entry.name}</span>
          <span className={verdict.passed ? 'text-muted text-sm' : 'text-danger-ink text-sm'}>
            {verdict.passed ? t('passes') : t('fails', { why: differenceText(verdict.difference, words) })}
          </span>
        </span>
      </button>
      {!isReadOnly && test && <DeleteButton entry={entry} />}
    </li>
  );
}

function DeleteButton({ entry }: { entry: JourneyTestEntry }) {
  const t = useTranslations('journeyTests.panel');
  const client = useQueryClient();
  const { act, isPending } = useAct(deleteJourneyTest, () =>
    client.invalidateQueries(journeyTestsQuery(entry.journeyId)),
  );
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      className="m-2"
      aria-label={t('delete', { name: entry.name })}
      isPending={isPending}
      onClick={() => act({ id: entry.journeyId, testId: entry.id })}
    >
      <Trash2 aria-hidden />
    </Button>
  );
}
