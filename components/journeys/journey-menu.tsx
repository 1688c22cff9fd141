// The button of what can be done to a journey from the list; the menu is fetched when it is first opened.
'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { Button } from '@/components/ui/button';
import { OnDemand } from '@/components/ui/on-demand';
import type { JourneySummary } from '@/lib/core/api/journey';

const load = () => import('./journey-menu-panel').then((module) => ({ default: module.JourneyMenuPanel }));
const JourneyMenuPanel = lazy(load);

export function JourneyMenu({ journey }: { journey: JourneySummary }) {
  const t = useTranslations('journeys');
  if (journey.state === 'archived') return null;
  const trigger = (
    <Button variant="ghost" size="icon-sm" aria-label={t('moreActions', { name: journey.name })}>
      <Ellipsis aria-hidden />
    </Button>
  );
  return (
    <OnDemand trigger={trigger} preload={() => void load()}>
      <JourneyMenuPanel trigger={trigger} journey={journey} />
    </OnDemand>
  );
}
