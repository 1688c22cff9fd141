// Why people went on, stayed or never came in at the open step, counted; each count leads to its people.
'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ListFailure } from '@/components/shell/list-failure';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Skeleton } from '@/components/ui/skeleton';
import type { ReasonCount, ReasonCounts } from '@/lib/core/api/why';
import { type Days, nodeReasonsQuery } from '@/lib/queries/why';
import { ReasonRow } from './reason-row';
import { WhyPerson } from './why-person';

interface NodeReasonsProps {
  journeyId: string;
  nodeId: string;
}

const stretches: readonly Days[] = [7, 30, 90];

export function NodeReasons({ journeyId, nodeId }: NodeReasonsProps) {
  const t = useTranslations('why.node');
  const [days, setDays] = useState<Days>(30);
  const query = useQuery(nodeReasonsQuery(journeyId, nodeId, days));
  return (
    <div className="flex flex-col gap-5">
      <WhyPerson journeyId={journeyId} />
      <SegmentedControl
        label={t('period')}
        value={String(days)}
        onValueChange={(value) => setDays(stretches.find((stretch) => String(stretch) === value) ?? 30)}
        options={stretches.map((value) => ({ value: String(value), label: t('days', { days: value }) }))}
        className="self-start"
      />
      {query.isPending && <Skeleton className="h-24" />}
      {query.isError && <ListFailure error={query.error} onRetry={() => query.refetch()} />}
      {query.data && <Counts journeyId={journeyId} nodeId={nodeId} counts={query.data} />}
      <Link href="/docs/reasons" className="text-muted text-xs underline underline-offset-3 hover:text-ink">
        {t('guide')}
      </Link>
    </div>
  );
}

function Counts({ counts, ...node }: NodeReasonsProps & { counts: ReasonCounts }) {
  const t = useTranslations('why.node');
  const { decided, derived, from } = counts;
  if (decided.length === 0 && derived.length === 0) {
    return (
      <div>
        <p className="font-medium text-sm">{t('empty.title')}</p>
        <p className="mt-0.5 text-muted text-sm">{t('empty.description')}</p>
      </div>
    );
  }
  return (
    <>
      {derived.length > 0 && <Reasons title={t('derived')} counts={derived} from={from} {...node} />}
      {decided.length > 0 && <Reasons title={t('decided')} counts={decided} from={from} {...node} />}
    </>
  );
}

interface ReasonsProps extends NodeReasonsProps {
  title: string;
  counts: readonly ReasonCount[];
  from: string;
}

function Reasons({ title, counts, from, ...node }: ReasonsProps) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 font-medium text-muted text-xs">{title}</h3>
      <ul className="divide-y rounded-md border">
        {counts.map((count) => (
          <ReasonRow key={count.code} count={count} from={from} {...node} />
        ))}
      </ul>
    </section>
  );
}
