// One journey in the studio; where a newer release has saved it, what can be told of it.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { JourneyStudio } from '@/components/canvas/journey-studio';
import { NewerJourney } from '@/components/journeys/newer-journey';
import { JourneyRef } from '@/lib/core/api/journey';
import { ok } from '@/lib/core/result';
import { requireActor } from '@/lib/server/auth/require-actor';
import { findJourney } from '@/lib/server/journeys/find-journey';
import { findLiveDocument } from '@/lib/server/journeys/find-live-document';
import { findNewerJourney } from '@/lib/server/journeys/find-newer-journey';
import { refusingNewer } from '@/lib/server/journeys/read-stored';
import { valueOrNotFound } from '../../value-or-not-found';
import { studioActions } from './studio-actions';

interface Props {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => {
  const actor = await requireActor();
  const ref = JourneyRef.safeParse({ id });
  if (!ref.success) notFound();
  const found = await refusingNewer(() => findJourney(actor, ref.data));
  if (!found.ok) {
    if (found.refusal.code !== 'newer-release') notFound();
    const journey = valueOrNotFound(await findNewerJourney(actor, ref.data));
    return { kind: 'newer' as const, journey, part: found.refusal.field };
  }
  const live = await refusingNewer(async () => ok(await findLiveDocument(actor, ref.data)));
  const shown = { live: live.ok ? live.value : null, isLiveNewer: !live.ok };
  return { kind: 'known' as const, actor, journey: found.value, ...shown };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).journey.name };
}

export default async function JourneyPage({ params }: Props) {
  const loaded = await load((await params).id);
  if (loaded.kind === 'newer') return <NewerJourney journey={loaded.journey} part={loaded.part} />;
  const { actor, journey, live, isLiveNewer } = loaded;
  const canEdit = actor.role !== 'viewer';
  return (
    <JourneyStudio
      key={journey.id}
      journey={journey}
      live={live}
      isLiveNewer={isLiveNewer}
      canEdit={canEdit}
      actions={studioActions}
    />
  );
}
