// Where one customer stands with every journey.
import { endpoints } from '@/lib/core/api/endpoints';
import { customerJourneys } from '@/lib/server/reasons/customer-journeys';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.customerJourneys, customerJourneys);
