// Triggers that let customers in by a date of their own: they are looked at again whenever that date changes.
import type { Id } from '../id';
import type { JsonObject } from '../json';
import type { Appointment } from '../nodes/define-node';
import { isNodeType, nodeOf } from '../nodes/registry';
import { zoneOf } from '../time/zone';
import type { LiveVersion } from './live-rule';
import type { NodeId } from './program';

export interface DateTrigger {
  readonly journeyId: Id<'jrn'>;
  readonly version: number;
  readonly nodeId: NodeId;
  /** The attributes it depends on; `timezone` is one of them. */
  readonly attributes: readonly string[];
  next(attributes: JsonObject, workspaceZone: string, after: number): Appointment | null;
  /** What is to be said of a date that cannot be used; null where there is nothing to say. */
  unusable(attributes: JsonObject, workspaceZone: string): JsonObject | null;
}

export function dateTriggersOf({ journeyId, version, program }: LiveVersion): DateTrigger[] {
  return Object.entries(program.steps).flatMap(([id, { type, data }]) => {
    const { appointment, appointmentAttributes, unusableDate } = isNodeType(type) ? nodeOf(type) : {};
    if (!appointment || !appointmentAttributes || !unusableDate) return [];
    const next: DateTrigger['next'] = (customer, workspaceZone, after) =>
      appointment(data, customer, zoneOf(customer, workspaceZone).zone, after);
    const unusable: DateTrigger['unusable'] = (customer, workspaceZone) =>
      unusableDate(data, customer, zoneOf(customer, workspaceZone).zone);
    const attributes = ['timezone', ...appointmentAttributes(data)];
    // The keys of `steps` are ids of nodes, which Object.entries widens to text.
    return [{ journeyId, version, nodeId: id as NodeId, attributes, next, unusable }];
  });
}
