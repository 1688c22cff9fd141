// The list of messages.
import { endpoints } from '@/lib/core/api/endpoints';
import { listMessages } from '@/lib/server/messages/list-messages';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listMessages, listMessages);
