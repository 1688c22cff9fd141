// The experiment of a page's address, or the page that says there is none.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { FindExperiment } from '@/lib/core/api/experiment';
import { requireActor } from '@/lib/server/auth/require-actor';
import { findExperiment } from '@/lib/server/experiments/find-experiment';
import { valueOrNotFound } from '../value-or-not-found';

export const loadExperiment = cache(async (id: string, phase: string | undefined) => {
  const ref = FindExperiment.safeParse({ id, phase });
  if (!ref.success) notFound();
  return valueOrNotFound(await findExperiment(await requireActor(), ref.data));
});
