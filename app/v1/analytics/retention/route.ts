// Who comes back.
import { endpoints } from '@/lib/core/api/endpoints';
import { readRetention } from '@/lib/server/analytics/read-retention';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.readRetention, readRetention);
