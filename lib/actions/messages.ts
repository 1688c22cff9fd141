// What the studio does with messages.
'use server';

import { MessageRef } from '@/lib/core/api/message';
import { PreviewMessage } from '@/lib/core/api/preview';
import { action } from '@/lib/server/action';
import { replayMessage as replayMessageVerb } from '@/lib/server/delivery/replay-message';
import { previewMessage as previewMessageVerb } from '@/lib/server/messages/preview-message';

export const previewMessage = action('previewMessage', PreviewMessage, previewMessageVerb, [
  'owner',
  'editor',
  'viewer',
]);
export const replayMessage = action('replayMessage', MessageRef, replayMessageVerb);
