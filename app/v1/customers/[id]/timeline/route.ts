// One customer’s story.
import { endpoints } from '@/lib/core/api/endpoints';
import { customerTimeline } from '@/lib/server/customers/customer-timeline';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.customerTimeline, customerTimeline);
