// What the palette finds while somebody types: journeys and segments by name, customers by name, e-mail or id.
'use client';

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { foundCustomersQuery } from '@/lib/queries/customers';
import { allJourneysQuery } from '@/lib/queries/journeys';
import { segmentChoicesQuery } from '@/lib/queries/segments';

export interface FoundEntry {
  id: string;
  href: string;
  label: string;
  hint?: string | undefined;
}

const most = 6;

export function useFound(typed: string): {
  journeys: FoundEntry[];
  customers: FoundEntry[];
  segments: FoundEntry[];
  isSearching: boolean;
} {
  const search = useDeferredValue(typed.trim());
  const journeys = useQuery(allJourneysQuery());
  const customers = useQuery({ ...foundCustomersQuery(search), enabled: search.length > 1 });
  const segments = useQuery(segmentChoicesQuery());
  const isNamed = ({ name }: { name: string }) => name.toLowerCase().includes(search.toLowerCase());
  const named = (journeys.data?.data ?? []).filter(isNamed);
  return {
    journeys: named.slice(0, most).map(({ id, name }) => ({ id, href: `/journeys/${id}`, label: name })),
    customers: (customers.data?.data ?? []).map(({ id, label, identifiers }) => ({
      id,
      href: `/customers/${id}`,
      label,
      hint: identifiers.find(({ kind, value }) => kind === 'email' && value !== label)?.value,
    })),
    segments: (segments.data?.data ?? [])
      .filter(isNamed)
      .slice(0, most)
      .map(({ id, name }) => ({ id, href: `/segments/${id}`, label: name })),
    isSearching: customers.isFetching,
  };
}
