// One customer, by our id or the shop’s.
import { endpoints } from '@/lib/core/api/endpoints';
import { findCustomer } from '@/lib/server/customers/find-customer';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.findCustomer, findCustomer);
