// The people behind one reason at one node.
import { endpoints } from '@/lib/core/api/endpoints';
import { peopleAtNode } from '@/lib/server/reasons/people-at-node';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.nodeReasonPeople, peopleAtNode);
