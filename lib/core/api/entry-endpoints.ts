// Letting people into journeys, in the management API.
import { get, post } from './endpoint';
import * as entry from './entry';
import { JourneyRef } from './journey';

export const entryEndpoints = {
  enterJourney: post({
    name: 'enterJourney',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/enter',
    summary: 'Let a customer into a journey',
    description:
      'For journeys that begin with an API call. The entry is put in line with what the customer does; the journey’s own rules then decide, and say why.',
    params: JourneyRef,
    body: entry.EnterBody,
    reply: entry.Entered,
    refusals: ['not-found', 'journey-archived', 'journey-not-entered', 'unknown-person'],
  }),
  addPeople: post({
    name: 'addPeople',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/lists',
    summary: 'Let a list of people into a journey',
    description:
      'For journeys that begin with a list. The list is worked off in portions; read its progress with a GET. Who is named and not known is counted and listed.',
    params: JourneyRef,
    body: entry.AddPeopleBody,
    reply: entry.EntryList,
    status: 201,
    refusals: ['not-found', 'journey-archived', 'journey-not-entered'],
  }),
  listPeople: get({
    name: 'listPeople',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/lists',
    summary: 'List the lists of a journey with their progress',
    description: 'The newest 50.',
    params: JourneyRef,
    reply: entry.EntryLists,
    refusals: ['not-found'],
  }),
  importPeople: post({
    name: 'importPeople',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/lists/import',
    summary: 'Let people into a journey from a CSV file',
    description:
      'Up to 100 MB, read while it arrives. One column names the person: person, user_id, customer_id or email. The others become properties that the journey may read. A bare list, one person in each line, needs no header.',
    params: JourneyRef,
    query: entry.ImportPeopleQuery,
    takesFile: true,
    reply: entry.ImportedPeople,
    status: 201,
    refusals: ['not-found', 'journey-archived', 'journey-not-entered'],
  }),
};
