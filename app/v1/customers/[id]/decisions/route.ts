// One customer’s reason trail.
import { endpoints } from '@/lib/core/api/endpoints';
import { customerDecisions } from '@/lib/server/customers/customer-decisions';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.customerDecisions, customerDecisions);
