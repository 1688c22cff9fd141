// A command's payload at the border: the node's data beside what started the journey, and the variables Liquid sees.
import { z } from 'zod';
import { type JsonObject, JsonObjectSchema } from '@/lib/core/json';
import type { Order } from './channel';

const Trigger = z.object({ event: z.string(), properties: JsonObjectSchema });

export interface Payload<Data> {
  readonly data: Data;
  readonly trigger: z.infer<typeof Trigger>;
  /** When the effect was due, ms. */
  readonly dueAt: number;
}

export function parsePayload<Data>(schema: z.ZodType<Data>, payload: JsonObject): Payload<Data> {
  const { trigger, dueAt, ...data } = payload;
  return { data: schema.parse(data), trigger: Trigger.parse(trigger), dueAt: z.number().parse(dueAt) };
}

export function variablesFor(order: Order, trigger: Payload<unknown>['trigger']): JsonObject {
  const { id, attributes, email, phone } = order.customer;
  return {
    customer: { ...attributes, id, email, phone },
    event: trigger.properties,
    journey: { name: order.journey.name },
    unsubscribe_url: order.unsubscribeUrl,
  };
}
