// What publishing the saved draft with the chosen plan would do, asked anew with every choice.
'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PublishPreview } from '@/lib/core/api/version';
import type { PublishPlan } from '@/lib/core/journey/publish-plan';
import { useStudioServer } from './studio-actions';
import { useStudio } from './studio-context';

interface Asked {
  readonly preview: PublishPreview | undefined;
  /** Why there is none. */
  readonly message: string | null;
}

export function usePublishPreview(plan: PublishPlan): Asked {
  const { actions, autosave } = useStudioServer();
  const id = useStudio((studio) => studio.id);
  const isFirst = useStudio((studio) => studio.standing.liveVersion === null);
  const { data } = useQuery({
    queryKey: ['journeys', id, 'publish-preview', plan],
    queryFn: async () => {
      await autosave.flush();
      return actions.previewPublish({ id, plan });
    },
    enabled: !isFirst,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (!data) return { preview: undefined, message: null };
  return data.ok
    ? { preview: data.value, message: null }
    : { preview: undefined, message: data.refusal.message };
}
