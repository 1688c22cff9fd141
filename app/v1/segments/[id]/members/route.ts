// Who is in a segment.
import { endpoints } from '@/lib/core/api/endpoints';
import { route } from '@/lib/server/route';
import { listMembers } from '@/lib/server/segments/list-members';

export const GET = route(endpoints.listMembers, listMembers);
