// The people behind a cell of a retention report.
import { endpoints } from '@/lib/core/api/endpoints';
import { listRetentionPeople } from '@/lib/server/analytics/list-retention-people';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listRetentionPeople, listRetentionPeople);
