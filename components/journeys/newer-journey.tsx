// A journey whose draft a newer release has saved: what is known of it, and whether customers go on.
import { useFormatter, useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import type { JourneySummary } from '@/lib/core/api/journey';
import { NewerRelease } from './newer-release';
import { StateBadge } from './state-badge';

interface NewerJourneyProps {
  journey: JourneySummary & { readonly drawing: string; readonly isLiveKnown: boolean };
  part: string | undefined;
}

export function NewerJourney({ journey, part }: NewerJourneyProps) {
  const t = useTranslations('journeys.newer');
  const format = useFormatter();
  const { name, state, liveVersion, entered, waiting, updatedAt, drawing, isLiveKnown } = journey;
  return (
    <NewerRelease
      name={name}
      part={part}
      drawing={drawing}
      facts={[
        [t('state'), <StateBadge key="state" state={state} />],
        [t('entered'), format.number(entered)],
        [t('waiting'), format.number(waiting)],
        [t('changed'), <RelativeTime key="changed" at={updatedAt} />],
      ]}
    >
      {state === 'live' && liveVersion !== null && (
        <p>{t(isLiveKnown ? 'goesOn' : 'standsStill', { version: liveVersion })}</p>
      )}
    </NewerRelease>
  );
}
