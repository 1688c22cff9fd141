// The list of customers, and the search in it.
import { endpoints } from '@/lib/core/api/endpoints';
import { listCustomers } from '@/lib/server/customers/list-customers';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listCustomers, listCustomers);
