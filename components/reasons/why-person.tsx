// "Why not this person?": type a customer, get the verdict of their last occasions.
'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import type { CustomerSummary } from '@/lib/core/api/customer';
import { foundCustomersQuery } from '@/lib/queries/customers';
import { whyQuery } from '@/lib/queries/why';
import { OccasionItem } from './occasion-item';

/** So many occasions are shown here; the rest is on the customer's own page. */
const most = 3;

type Person = Pick<CustomerSummary, 'id' | 'label'>;

export function WhyPerson({ journeyId }: { journeyId: string }) {
  const t = useTranslations('why.person');
  const [typed, setTyped] = useState('');
  const [person, setPerson] = useState<Person | null>(null);
  const field = useId();
  const search = useDeferredValue(typed.trim());
  const isSearching = search.length > 1 && person === null;
  const found = useQuery({ ...foundCustomersQuery(search), enabled: isSearching });
  const people = isSearching ? (found.data?.data ?? []) : [];
  return (
    <section aria-labelledby={`${field}-title`} className="flex flex-col gap-2">
      <label id={`${field}-title`} htmlFor={field} className="font-medium text-sm">
        {t('title')}
      </label>
      <Input
        id={field}
        type="search"
        autoComplete="off"
        placeholder={t('placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setPerson(null);
        }}
      />
      <Found
        people={people}
        onChosen={(chosen) => {
          setPerson(chosen);
          setTyped(chosen.label);
        }}
      />
      <p role="status" className="text-muted text-sm empty:hidden">
        {isSearching && found.isSuccess && !found.isPlaceholderData && people.length === 0
          ? t('nobody', { search })
          : null}
      </p>
      {person && <Verdicts journeyId={journeyId} person={person} />}
    </section>
  );
}

interface FoundProps {
  people: readonly CustomerSummary[];
  onChosen: (person: Person) => void;
}

function Found({ people, onChosen }: FoundProps) {
  const t = useTranslations('why.person');
  if (people.length === 0) return null;
  return (
    <ul aria-label={t('found')} className="divide-y rounded-md border">
      {people.map(({ id, label, identifiers }) => (
        <li key={id}>
          <Button
            variant="ghost"
            className="w-full justify-start rounded-none"
            onClick={() => onChosen({ id, label })}
          >
            <span className="truncate">{label}</span>
            <span className="ml-auto truncate font-normal text-muted text-xs">
              {identifiers.find(({ kind }) => kind === 'email')?.value}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Verdicts({ journeyId, person }: { journeyId: string; person: Person }) {
  const t = useTranslations('why.person');
  const query = useInfiniteQuery(whyQuery(person.id, journeyId, most));
  const occasions = query.data?.pages[0]?.data ?? [];
  return (
    <div aria-live="polite" className="rounded-md border">
      {query.isPending && <p className="px-4 py-3 text-muted text-sm">{t('asking')}</p>}
      {query.isError && <p className="px-4 py-3 text-danger-ink text-sm">{query.error.message}</p>}
      {query.isSuccess && occasions.length === 0 && (
        <p className="px-4 py-3 text-sm">{t('noOccasion', { name: person.label })}</p>
      )}
      <ol className="divide-y [&>li]:px-4 [&>li]:py-3">
        {occasions.map((occasion) => (
          <OccasionItem
            key={`${occasion.at} ${occasion.event?.seq} ${occasion.nodeId}`}
            occasion={occasion}
          />
        ))}
      </ol>
      <p className="border-t px-4 py-2 text-sm">
        <Link href={`/customers/${person.id}/journeys/${journeyId}`} className="underline underline-offset-3">
          {t('wholeTrail')}
        </Link>
      </p>
    </div>
  );
}
