// Why one customer did, or did not, enter one journey.
import { endpoints } from '@/lib/core/api/endpoints';
import { whyForCustomer } from '@/lib/server/reasons/why-for-customer';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.whyForCustomer, whyForCustomer);
