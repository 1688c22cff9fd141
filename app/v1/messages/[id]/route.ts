// One message with its deliveries.
import { endpoints } from '@/lib/core/api/endpoints';
import { findMessage } from '@/lib/server/messages/find-message';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.findMessage, findMessage);
