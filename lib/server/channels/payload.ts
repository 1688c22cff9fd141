// A command's payload at the border: the node's data beside what started the journey, and the variables Liquid sees.
import { z } from 'zod';
import { type JsonObject, JsonObjectSchema } from '@/lib/core/json';
import type { Order } from './channel';

const Trigger = z.object({ event: z.string(), properties: JsonObjectSchema });

export interface Payload<Data> {
  readonly data: Data;
  readonly trigger: z.infer<typeof Trigger>;
  /** What earlier steps kept, by name. */
  readonly saved: JsonObject;
  /** When the effect was due, ms. */
  readonly dueAt: number;
}

export function parsePayload<Data>(schema: z.ZodType<Data>, payload: JsonObject): Payload<Data> {
  const { trigger, dueAt, saved, exposes: _, isHeldOut: __, ...data } = payload;
  return {
    data: schema.parse(data),
    trigger: Trigger.parse(trigger),
    saved: JsonObjectSchema.default({}).parse(saved),
    dueAt: z.number().parse(dueAt),
  };
}

/** What a text is about. */
type About = Pick<Order, 'customer' | 'journey' | 'unsubscribeUrl'>;

export function variablesFor(order: About, { trigger, saved }: Payload<unknown>): JsonObject {
  const { id, attributes, email, phone } = order.customer;
  return {
    customer: { ...attributes, id, email, phone },
    event: trigger.properties,
    saved,
    journey: { name: order.journey.name },
    unsubscribe_url: order.unsubscribeUrl,
  };
}
