// How often each reason was given at one node.
import { endpoints } from '@/lib/core/api/endpoints';
import { whyAtNode } from '@/lib/server/reasons/why-at-node';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.nodeReasons, whyAtNode);
