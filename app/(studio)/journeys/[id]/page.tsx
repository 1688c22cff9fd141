// One journey in the studio.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { JourneyStudio } from '@/components/canvas/journey-studio';
import { JourneyRef } from '@/lib/core/api/journey';
import { requireActor } from '@/lib/server/auth/require-actor';
import { findJourney } from '@/lib/server/journeys/find-journey';
import { findLiveDocument } from '@/lib/server/journeys/find-live-document';
import { studioActions } from './studio-actions';

interface Props {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => {
  const actor = await requireActor();
  const ref = JourneyRef.safeParse({ id });
  const found = ref.success ? await findJourney(actor, ref.data) : null;
  if (!found?.ok) notFound();
  return { actor, journey: found.value, live: await findLiveDocument(actor, { id: found.value.id }) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).journey.name };
}

export default async function JourneyPage({ params }: Props) {
  const { actor, journey, live } = await load((await params).id);
  const canEdit = actor.role !== 'viewer';
  return (
    <JourneyStudio key={journey.id} journey={journey} live={live} canEdit={canEdit} actions={studioActions} />
  );
}
