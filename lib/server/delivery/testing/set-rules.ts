// The sending rules of a test, as the settings page would save them.
import { DeliveryPolicy } from '@/lib/core/policy/delivery-policy';
import { unwrap } from '../../testing/unwrap';
import { saveDelivery } from '../save-delivery';
import type { Stage } from './queue-sends';

type Rules = Parameters<typeof DeliveryPolicy.parse>[0];

export async function setRules({ actor }: Stage, rules: Rules): Promise<void> {
  unwrap(await saveDelivery(actor, DeliveryPolicy.parse(rules)));
}

export const oneADay = { id: 'cap_1', name: 'One a day', limit: 1, perHours: 24, whenReached: 'requeue' };
export const night = { isOn: true, from: '21:00', to: '08:00', channels: ['email', 'sms'] };
