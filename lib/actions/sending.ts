// What the studio does about sending: the rules of the workspace, the priority of a journey.
'use server';

import { z } from 'zod';
import { SetPriority } from '@/lib/core/api/sending';
import { DeliveryPolicy } from '@/lib/core/policy/delivery-policy';
import { action } from '@/lib/server/action';
import { saveDelivery as saveDeliveryVerb } from '@/lib/server/delivery/save-delivery';
import { setPriority as setPriorityVerb } from '@/lib/server/delivery/set-priority';
import { redrawHoldout as redrawHoldoutVerb } from '@/lib/server/holdout/redraw-holdout';

export const saveDelivery = action('saveDelivery', DeliveryPolicy, saveDeliveryVerb);
export const setPriority = action('setPriority', SetPriority, setPriorityVerb);
export const redrawHoldout = action('redrawHoldout', z.strictObject({}), redrawHoldoutVerb);
