// The endpoints of control at send time: sending rules of the workspace, priority of a journey.
import { DeliveryPolicy } from '../policy/delivery-policy';
import { get, put } from './endpoint';
import { JourneyRef } from './journey';
import { JourneyPriority, SetPriority } from './sending';

export const sendingEndpoints = {
  setPriority: put({
    name: 'setPriority',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/priority',
    summary: 'Set a journey’s priority',
    description: 'Holds at once, without publishing, also for what already waits to be sent.',
    params: JourneyRef,
    body: SetPriority.omit({ id: true }),
    reply: JourneyPriority,
    refusals: ['not-found', 'journey-archived'],
  }),
  findDelivery: get({
    name: 'findDelivery',
    tag: 'Settings',
    path: '/v1/settings/delivery',
    summary: 'Get the sending rules',
    reply: DeliveryPolicy,
  }),
  saveDelivery: put({
    name: 'saveDelivery',
    tag: 'Settings',
    path: '/v1/settings/delivery',
    summary: 'Save the sending rules',
    description:
      'Frequency caps, quiet hours, throttles and the holdout; what is left out is switched off. They are asked whenever a send is about to start. What is held back already is asked again when its time comes.',
    body: DeliveryPolicy,
    reply: DeliveryPolicy,
  }),
};
