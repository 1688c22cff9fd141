// Where a customer stands with every journey, in one sentence each that stays fresh; each leads to the whole trail.
'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Input } from '@/components/ui/input';
import type { ShortAnswer } from '@/lib/core/api/why';
import { customerJourneysQuery } from '@/lib/queries/why';

interface CustomerJourneysProps {
  customerId: string;
  initial: ShortAnswer[];
}

/** Fewer than this are found by looking. */
const searchable = 4;

export function CustomerJourneys({ customerId, initial }: CustomerJourneysProps) {
  const t = useTranslations('why.journeys');
  const initialData = { data: initial };
  const { data: answers } = useQuery({ ...customerJourneysQuery(customerId), initialData });
  const journeys = answers.data;
  const [search, setSearch] = useState('');
  const sought = search.trim().toLowerCase();
  const shown = journeys.filter(({ name }) => name.toLowerCase().includes(sought));
  const heading = useId();
  return (
    <Card aria-labelledby={heading}>
      <CardHeader id={heading} title={t('title')} description={t('description')} className="pb-2" />
      <CardBody className="flex flex-col gap-1 pb-3">
        {journeys.length >= searchable && (
          <Input
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        )}
        {journeys.length === 0 && <p className="py-2 text-muted text-sm">{t('empty')}</p>}
        {journeys.length > 0 && shown.length === 0 && (
          <p role="status" className="py-2 text-muted text-sm">
            {t('noneFound', { search })}
          </p>
        )}
        <ul className="-mx-2">
          {shown.map((journey) => (
            <JourneyAnswer key={journey.journeyId} customerId={customerId} journey={journey} />
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

const tones: Record<ShortAnswer['standing'], BadgeTone> = {
  inside: 'person',
  left: 'success',
  'never-entered': 'warning',
  'no-occasion': 'neutral',
};

function JourneyAnswer({ customerId, journey }: { customerId: string; journey: ShortAnswer }) {
  const t = useTranslations('why.journeys');
  const { journeyId, name, standing, answer, state } = journey;
  return (
    <li className="relative rounded-sm px-2 py-2 hover:bg-ink/4">
      <p className="flex items-baseline gap-2">
        <Link
          href={`/customers/${customerId}/journeys/${journeyId}`}
          className="stretched min-w-0 flex-1 truncate font-medium text-sm"
        >
          {name}
        </Link>
        <Badge tone={tones[standing]}>{t(`standing.${standing}`)}</Badge>
      </p>
      <p className="wrap-anywhere mt-0.5 text-muted text-xs">
        {state === 'live' ? answer : `${t(`state.${state}`)} ${answer}`}
      </p>
    </li>
  );
}
