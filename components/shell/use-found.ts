// What the palette finds while somebody types: journeys by name, customers by name, e-mail or id.
'use client';

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { foundCustomersQuery } from '@/lib/queries/customers';
import { allJourneysQuery } from '@/lib/queries/journeys';

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
  isSearching: boolean;
} {
  const search = useDeferredValue(typed.trim());
  const journeys = useQuery(allJourneysQuery());
  const customers = useQuery({ ...foundCustomersQuery(search), enabled: search.length > 1 });
  const named = (journeys.data?.data ?? []).filter(({ name }) =>
    name.toLowerCase().includes(search.toLowerCase()),
  );
  return {
    journeys: named.slice(0, most).map(({ id, name }) => ({ id, href: `/journeys/${id}`, label: name })),
    customers: (customers.data?.data ?? []).map(({ id, label, identifiers }) => ({
      id,
      href: `/customers/${id}`,
      label,
      hint: identifiers.find(({ kind, value }) => kind === 'email' && value !== label)?.value,
    })),
    isSearching: customers.isFetching,
  };
}
