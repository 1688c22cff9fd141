// The attributes customers have.
import { endpoints } from '@/lib/core/api/endpoints';
import { seenAttributes } from '@/lib/server/customers/seen-attributes';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.seenAttributes, seenAttributes);
