// A journey's state, in a word and a colour.
'use client';

import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { JourneyState } from '@/lib/core/api/journey';

const tones: Record<JourneyState, BadgeTone> = {
  draft: 'neutral',
  live: 'success',
  paused: 'warning',
  archived: 'outline',
};

export function StateBadge({ state }: { state: JourneyState }) {
  const t = useTranslations('journeys');
  return (
    <Badge tone={tones[state]} dot={state !== 'archived'} title={t(`stateHints.${state}`)}>
      {t(`states.${state}`)}
    </Badge>
  );
}
