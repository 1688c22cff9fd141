// In which zone a visit reckons, and what its decision says of that.
import type { JsonObject } from '../json';
import { zoneOf } from '../time/zone';
import type { Visit } from './define-node';

/** @returns the zone, and the decision's inputs: a zone nobody knows is named there, so that it can be counted */
export function localZone({ moment }: Visit): { readonly zone: string; readonly inputs: JsonObject } {
  const { attributes, world } = moment;
  const { zone, isUnknown } = zoneOf(attributes, world?.timeZone ?? 'UTC');
  const { timezone: unknownZone = null } = attributes;
  return { zone, inputs: isUnknown ? { zone, unknownZone } : { zone } };
}
