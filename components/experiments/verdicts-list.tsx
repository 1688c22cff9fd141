// What was decided lately, and by whom, with the way back where there is one. Nothing is shown before the first verdict.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMayWrite } from '@/components/shell/role';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { LoadMore } from '@/components/ui/load-more';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ExperimentVerdict } from '@/lib/core/api/experiment';
import type { Page } from '@/lib/core/api/page';
import { verdictsQuery } from '@/lib/queries/experiments';
import { firstPage } from '@/lib/queries/first-page';
import { OutcomeSentence } from './outcome-sentence';
import { UndoButton } from './undo-button';

export function VerdictsList({ initial }: { initial: Page<ExperimentVerdict> }) {
  const t = useTranslations('experiments.verdicts');
  const query = useInfiniteQuery({ ...verdictsQuery(), ...firstPage(initial) });
  const all = query.data?.pages.flatMap((page) => page.data) ?? [];
  if (all.length === 0) return null;
  return (
    <Card className="mb-5" aria-labelledby="verdicts">
      <CardHeader id="verdicts" title={t('title')} description={t('description')} />
      <ul>
        {all.map((verdict) => (
          <Verdict
            key={`${verdict.id}/${verdict.phase}`}
            verdict={verdict}
            onUndone={() => void query.refetch()}
          />
        ))}
      </ul>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoadMore={() => query.fetchNextPage()}
      />
    </Card>
  );
}

function Verdict({ verdict, onUndone }: { verdict: ExperimentVerdict; onUndone: () => void }) {
  const t = useTranslations('experiments');
  const mayWrite = useMayWrite();
  const { id, name, journeyName, phase, state, isCurrent, outcome } = verdict;
  const isOpen = mayWrite && isCurrent && state !== 'running';
  const asks = outcome.arm === null && (outcome.kind === 'winner' || outcome.kind === 'settled');
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t px-5 py-3 max-sm:px-4">
      <div className="min-w-0 flex-1 basis-72 text-sm">
        <Link
          href={`/experiments/${id}?phase=${phase}`}
          className="font-medium underline-offset-2 hover:underline"
        >
          {name || t('unnamed')}
        </Link>{' '}
        <span className="text-muted text-xs">{journeyName}</span>
        <span className="ml-2 text-muted text-xs">
          <RelativeTime at={outcome.at} />
        </span>
        <p className="mt-0.5">
          <OutcomeSentence {...verdict} /> {!isCurrent && t('verdicts.over')}
        </p>
      </div>
      {isOpen && outcome.arm !== null && <UndoButton id={id} onDone={onUndone} />}
      {isOpen && asks && (
        <Button asChild size="sm" variant="primary">
          <Link href={`/experiments/${id}`}>{t('actions.choose')}</Link>
        </Button>
      )}
    </li>
  );
}
