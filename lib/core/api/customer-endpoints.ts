// The endpoints of customers: who they are, what they did, and why things happened to them.
import {
  CustomerDetail,
  CustomerRef,
  CustomerSummary,
  DecisionEntry,
  ListCustomers,
  ListDecisions,
} from './customer';
import { type Endpoint, get } from './endpoint';
import { PageQuery, pageOf } from './page';
import { TimelineEntry } from './timeline';

export const customerEndpoints = {
  listCustomers: get({
    name: 'listCustomers',
    tag: 'Customers',
    path: '/v1/customers',
    summary: 'List or search customers',
    query: ListCustomers,
    reply: pageOf(CustomerSummary),
    refusals: ['bad-cursor'],
  }),
  findCustomer: get({
    name: 'findCustomer',
    tag: 'Customers',
    path: '/v1/customers/{id}',
    summary: 'Get a customer',
    description:
      'By our id or by the userId the shop gave. An id that was merged leads to the customer who remains.',
    params: CustomerRef,
    reply: CustomerDetail,
    refusals: ['not-found'],
  }),
  customerTimeline: get({
    name: 'customerTimeline',
    tag: 'Customers',
    path: '/v1/customers/{id}/timeline',
    summary: 'Read a customer’s timeline',
    description: 'Events, decisions and messages in one list, newest first.',
    params: CustomerRef,
    query: PageQuery,
    reply: pageOf(TimelineEntry),
    refusals: ['not-found', 'bad-cursor'],
  }),
  customerDecisions: get({
    name: 'customerDecisions',
    tag: 'Customers',
    path: '/v1/customers/{id}/decisions',
    summary: 'Read why a customer moved, waited or never entered',
    params: CustomerRef,
    query: ListDecisions,
    reply: pageOf(DecisionEntry),
    refusals: ['not-found', 'bad-cursor'],
  }),
} satisfies Record<string, Endpoint>;
