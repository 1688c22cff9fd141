// What each entry by signal records in the naive model, written from its description.
import type { Enrollment } from '../engine/enrollment';
import type { JourneyNode } from '../journey/document';
import type { JsonObject } from '../json';
import type { NodeType } from '../nodes/registry';
import { isTimeZone } from '../time/zone';

type NodeOf<Type extends NodeType> = Extract<JourneyNode, { type: Type }>;

interface Here {
  readonly facts: { readonly attributes: JsonObject };
  readonly enrollment: Enrollment;
}

const entered = (inputs: JsonObject) => ({ code: 'entered', exit: 'next', inputs }) as const;

const said = ({ enrollment }: Here, name: string) => enrollment.trigger.properties[name] ?? null;

/** The workspace of the model is in UTC. */
function zoneInputs({ timezone: zone }: JsonObject): JsonObject {
  if (zone === undefined || zone === null || zone === '') return { zone: 'UTC' };
  return typeof zone === 'string' && isTimeZone(zone) ? { zone } : { zone: 'UTC', unknownZone: zone };
}

export const naiveEntries = {
  'segment-trigger': ({ data: { on, segmentId } }: NodeOf<'segment-trigger'>) =>
    entered({ event: `segment-${on}`, segmentId }),
  'attribute-trigger': ({ data: { attribute, change } }: NodeOf<'attribute-trigger'>, here: Here) =>
    entered({
      event: 'attribute-changed',
      attribute,
      change,
      from: said(here, 'from'),
      to: said(here, 'to'),
    }),
  'date-trigger': ({ data: { attribute } }: NodeOf<'date-trigger'>, here: Here) =>
    entered({
      event: 'appointment',
      attribute,
      occasion: said(here, 'occasion'),
      ...zoneInputs(here.facts.attributes),
    }),
  'schedule-trigger': ({ data: { zone } }: NodeOf<'schedule-trigger'>, here: Here) =>
    entered({
      event: 'appointment',
      occasion: said(here, 'occasion'),
      ...(zone === 'customer' ? zoneInputs(here.facts.attributes) : {}),
    }),
  'catalogue-trigger': ({ data: { kind } }: NodeOf<'catalogue-trigger'>, here: Here) =>
    entered({ event: 'product-changed', kind, sku: said(here, 'sku') }),
  'api-trigger': () => entered({ event: 'api-call' }),
  'list-trigger': (_node: NodeOf<'list-trigger'>, here: Here) =>
    entered({ event: 'list-entry', listId: said(here, 'list_id') }),
};
