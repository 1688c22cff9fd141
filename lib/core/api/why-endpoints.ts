// The endpoints of the reason trail: why somebody did, or did not, get something.
import { CustomerRef } from './customer';
import { get } from './endpoint';
import { PageQuery, pageOf } from './page';
import * as why from './why';

export const whyEndpoints = {
  customerJourneys: get({
    name: 'customerJourneys',
    tag: 'Customers',
    path: '/v1/customers/{id}/journeys',
    summary: 'Read where a customer stands with every journey',
    description: 'Every journey that was ever published, live ones first, each with one sentence.',
    params: CustomerRef,
    reply: why.CustomerJourneys,
    refusals: ['not-found'],
  }),
  whyForCustomer: get({
    name: 'whyForCustomer',
    tag: 'Customers',
    path: '/v1/customers/{id}/journeys/{journeyId}/why',
    summary: 'Read why a customer did, or did not, enter a journey',
    description:
      'Every occasion, newest first: each recorded event that a trigger of the journey listens for, with its verdict (entered, refused, or kept out by the filter, a pause or a journey that was not live yet) and, where the customer entered, everything that was decided and sent.',
    params: why.WhyRef,
    query: PageQuery,
    reply: pageOf(why.Occasion),
    refusals: ['not-found', 'bad-cursor'],
  }),
  nodeReasons: get({
    name: 'nodeReasons',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/nodes/{nodeId}/reasons',
    summary: 'Count the reasons given at a node',
    description:
      'Decisions by code over a stretch of time. At a trigger also the events of its name that let nobody in, counted exactly.',
    params: why.NodeReasonsRef,
    query: why.NodeReasonsQuery,
    reply: why.ReasonCounts,
    refusals: ['not-found'],
  }),
  nodeReasonPeople: get({
    name: 'nodeReasonPeople',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/nodes/{nodeId}/reasons/people',
    summary: 'List the people behind a reason at a node',
    params: why.NodeReasonsRef,
    query: why.ReasonPeopleQuery,
    reply: pageOf(why.PersonAtNode),
    refusals: ['not-found', 'bad-cursor'],
  }),
};
