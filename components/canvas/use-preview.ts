// Asks the server for the message as it is typed, soon after the typing pauses; the last answer stays until the next.
'use client';

import { useEffect, useState } from 'react';
import type { MessagePreview } from '@/lib/core/api/preview';
import type { JourneyNode } from '@/lib/core/journey/document';
import { savedSamples, withMentioned } from '@/lib/core/journey/saved-samples';
import { JsonObjectSchema } from '@/lib/core/json';
import type { Result } from '@/lib/core/result';
import { documentOf, type Studio } from './studio';
import { useStudioServer } from './studio-actions';
import { useStudio, useStudioStore } from './studio-context';

const PAUSE_MS = 450;

export type Message = Extract<JourneyNode, { type: 'send-email' | 'send-sms' }>;

export function usePreview(node: Message, isWanted: boolean): Result<MessagePreview> | null {
  const store = useStudioStore();
  const { preview } = useStudioServer().actions;
  const event = useStudio(startingEvent);
  const [shown, setShown] = useState<Result<MessagePreview> | null>(null);
  const { id: nodeId, type, data } = node;
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    const ask = async () => {
      const studio = store.read();
      const texts = JsonObjectSchema.parse(data);
      const saved = withMentioned(savedSamples(documentOf(studio), nodeId), texts);
      const input = { journeyId: studio.id, nodeId, type, data: texts, event, saved };
      // Away: what was shown stays, and the next keystroke asks again.
      const answer = await preview(input).catch(() => null);
      if (isCurrent && answer) setShown(answer);
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [isWanted, nodeId, type, data, event, preview, store]);
  return shown;
}

/** The event of the first trigger: whoever caused it last is the customer of the preview. */
export function startingEvent(studio: Studio): string {
  const trigger = documentOf(studio).nodes.find(({ type }) => type === 'event-trigger');
  return trigger?.type === 'event-trigger' ? trigger.data.event : '';
}
