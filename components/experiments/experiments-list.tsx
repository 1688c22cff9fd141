// The experiments with what their last look said.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ListFrame } from '@/components/shell/list-frame';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
import type { ExperimentSummary, PhaseState } from '@/lib/core/api/experiment';
import type { Page } from '@/lib/core/api/page';
import { experimentsQuery } from '@/lib/queries/experiments';
import { firstPage } from '@/lib/queries/first-page';
import { useArmName } from './use-arm-name';
import { useFigures } from './use-figures';

const tones = {
  running: 'info',
  decided: 'success',
  stopped: 'neutral',
  ended: 'neutral',
} as const satisfies Record<PhaseState, BadgeTone>;

export function ExperimentsList({ initial }: { initial: Page<ExperimentSummary> }) {
  const t = useTranslations('experiments.empty');
  const query = useInfiniteQuery({ ...experimentsQuery(), ...firstPage(initial) });
  const all = query.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <ListFrame query={query}>
      {query.isSuccess && all.length === 0 && (
        <EmptyState
          icon={<FlaskConical aria-hidden />}
          title={t('title')}
          description={t('description')}
          action={
            <Button asChild variant="primary">
              <Link href="/experiments/new">{t('action')}</Link>
            </Button>
          }
        />
      )}
      {all.length > 0 && <ExperimentsTable experiments={all} />}
    </ListFrame>
  );
}

function ExperimentsTable({ experiments }: { experiments: readonly ExperimentSummary[] }) {
  const t = useTranslations('experiments.columns');
  return (
    <Table>
      <TableHead>
        <Row>
          <HeaderCell>{t('experiment')}</HeaderCell>
          <HeaderCell>{t('result')}</HeaderCell>
          <HeaderCell isNumeric>{t('people')}</HeaderCell>
          <HeaderCell className="max-md:hidden">{t('started')}</HeaderCell>
        </Row>
      </TableHead>
      <tbody>
        {experiments.map((experiment) => (
          <ExperimentRow key={experiment.id} experiment={experiment} />
        ))}
      </tbody>
    </Table>
  );
}

function ExperimentRow({ experiment }: { experiment: ExperimentSummary }) {
  const t = useTranslations('experiments');
  const { count } = useFigures();
  const { id, name, journeyName, state, people, startedAt } = experiment;
  return (
    <Row>
      <Cell className="h-15 w-full max-w-0">
        <Link href={`/experiments/${id}`} className="stretched block truncate font-medium text-base">
          {name || t('unnamed')}
        </Link>
        <span className="block truncate text-muted text-xs">{journeyName}</span>
      </Cell>
      <Cell className="whitespace-nowrap">
        <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
        <span className="block text-muted text-xs max-sm:hidden">
          <ShortVerdict experiment={experiment} />
        </span>
      </Cell>
      <Cell isNumeric>{count(people)}</Cell>
      <Cell className="whitespace-nowrap text-muted max-md:hidden">
        <RelativeTime at={startedAt} />
      </Cell>
    </Row>
  );
}

function ShortVerdict({ experiment: { verdict, arms } }: { experiment: ExperimentSummary }) {
  const t = useTranslations('experiments.short');
  const nameOf = useArmName(arms);
  if (verdict === null) return t('none');
  if (verdict.kind === 'winner') return t('winner', { arm: nameOf(verdict.arm) });
  return t(verdict.kind === 'no-winner' ? 'noWinner' : verdict.kind);
}
