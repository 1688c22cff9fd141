// One journey in the list. On a phone the numbers move under the name.
'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useMayWrite } from '@/components/shell/role';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, Row } from '@/components/ui/table';
import type { JourneySummary } from '@/lib/core/api/journey';
import { JourneyMenu } from './journey-menu';
import { PeopleCount } from './people-count';
import { StateBadge } from './state-badge';

interface JourneyRowProps {
  journey: JourneySummary;
}

export function JourneyRow({ journey }: JourneyRowProps) {
  const format = useFormatter();
  const mayWrite = useMayWrite();
  return (
    <Row>
      <Cell className="h-15 w-full max-w-0">
        <Link
          href={`/journeys/${journey.id}`}
          className="stretched block truncate font-medium text-base outline-offset-4"
        >
          {journey.name}
        </Link>
        <UnderName journey={journey} />
      </Cell>
      <Cell>
        <StateBadge state={journey.state} />
      </Cell>
      <Cell isNumeric className="max-sm:hidden">
        {format.number(journey.entered)}
      </Cell>
      <Cell isNumeric className="max-sm:hidden">
        <PeopleCount count={journey.waiting} />
      </Cell>
      <Cell className="whitespace-nowrap text-muted max-md:hidden">
        <RelativeTime at={journey.updatedAt} />
      </Cell>
      <Cell className="relative z-10 w-12 max-sm:hidden">
        {mayWrite && <JourneyMenu journey={journey} />}
      </Cell>
    </Row>
  );
}

function UnderName({ journey }: JourneyRowProps) {
  const { liveVersion, hasUnpublishedChanges, priority, entered, waiting } = journey;
  const t = useTranslations('journeys');
  return (
    <span className="mt-0.5 flex items-center gap-x-2 truncate text-muted text-xs max-sm:flex-wrap">
      {liveVersion !== null && <span>{t('version', { version: liveVersion })}</span>}
      {liveVersion !== null && hasUnpublishedChanges && (
        <span className="text-warning-ink">{t('unpublished')}</span>
      )}
      {priority !== 0 && <span className="tabular">{t('priorityOf', { priority })}</span>}
      <span className="tabular sm:hidden">
        {`${t('enteredCount', { count: entered })} · ${t('waitingCount', { count: waiting })}`}
      </span>
    </span>
  );
}
