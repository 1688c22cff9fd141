// What the studio does with messages.
'use server';

import { PreviewMessage } from '@/lib/core/api/preview';
import { action } from '@/lib/server/action';
import { previewMessage as previewMessageVerb } from '@/lib/server/messages/preview-message';

export const previewMessage = action(PreviewMessage, previewMessageVerb, ['owner', 'editor', 'viewer']);
