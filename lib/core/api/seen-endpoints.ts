// What there is to choose from, in the management API.
import { get } from './endpoint';
import { ListSeenProperties, SeenPaths } from './seen';

export const seenEndpoints = {
  seenAttributes: get({
    name: 'seenAttributes',
    tag: 'Customers',
    path: '/v1/attributes',
    summary: 'List the attributes customers have',
    description:
      'Learned from the newest 2,000 customers, with the kinds of value and the most common values.',
    reply: SeenPaths,
  }),
  seenProperties: get({
    name: 'seenProperties',
    tag: 'Events',
    path: '/v1/events/properties',
    summary: 'List the properties an event has',
    description: 'Learned from up to 500 of the newest events of this name.',
    query: ListSeenProperties,
    reply: SeenPaths,
  }),
};
