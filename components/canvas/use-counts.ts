// Live counts per step, asked for every two seconds while the journey has people in it.
'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isSameJson } from '@/lib/core/json';
import { nodeCountsQuery } from '@/lib/queries/node-counts';
import { useStudio, useStudioStore } from './studio-context';

export function useCounts(): void {
  const store = useStudioStore();
  const id = useStudio((studio) => studio.id);
  const isCounted = useStudio((studio) => studio.standing.liveVersion !== null);
  const { data } = useQuery({ ...nodeCountsQuery(id), enabled: isCounted });
  useEffect(() => {
    if (!data) return;
    store.update((studio) => (isSameJson(studio.counts, data) ? studio : { ...studio, counts: data }));
  }, [data, store]);
}
