// A workspace's sending rules: frequency caps, quiet hours, throttles and the global holdout. Shape of form, API and row.
import { z } from 'zod';
import { textUpTo } from '../text';
import { minuteOf } from '../time/zone';

/** Channels that reach a person; a webhook speaks to a system. */
export const PersonalChannel = z.enum(['email', 'sms']);
export type PersonalChannel = z.infer<typeof PersonalChannel>;

/** At most `limit` marketing messages to one customer within any `perHours` hours. */
export const FrequencyCap = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'must be 1 to 40 letters, digits, - or _'),
  name: textUpTo(80).trim().min(1),
  channel: PersonalChannel.nullable().default(null).describe('Null counts every channel.'),
  category: textUpTo(60)
    .trim()
    .min(1)
    .nullable()
    .default(null)
    .describe('Null counts every category. Upper and lower case are the same.'),
  limit: z.number().int().min(1).max(1000),
  perHours: z.number().int().min(1).max(2160),
  whenReached: z
    .enum(['skip', 'requeue'])
    .describe('skip: the message is not sent. requeue: it waits for a free place, up to its own lateness.'),
});
export type FrequencyCap = z.infer<typeof FrequencyCap>;

const WallTime = z.string().refine((text) => minuteOf(text) !== null, 'must be a time such as 21:00');

/** From inclusive, to exclusive, on the customer's wall clock; from later than to goes over midnight. */
export const QuietHours = z
  .strictObject({
    isOn: z.boolean(),
    from: WallTime,
    to: WallTime,
    channels: z.array(PersonalChannel).max(2),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'must differ from the start' });
export type QuietHours = z.infer<typeof QuietHours>;

const PerMinute = z.number().int().min(1).max(60_000).nullable().default(null);

/** Most messages per minute through the provider of a channel; null is no limit. */
const Throttles = z.strictObject({ email: PerMinute, sms: PerMinute, webhook: PerMinute });

export const DeliveryPolicy = z.strictObject({
  caps: z
    .array(FrequencyCap)
    .max(20)
    .refine((caps) => new Set(caps.map(({ id }) => id)).size === caps.length, 'two caps have the same id')
    .default([]),
  quietHours: QuietHours.default({ isOn: false, from: '21:00', to: '08:00', channels: ['email', 'sms'] }),
  throttles: Throttles.default({ email: null, sms: null, webhook: null }),
  holdoutPercent: z
    .number()
    .int()
    .min(0)
    .max(15)
    .default(0)
    .describe('Share of customers who get no marketing at all, to compare the others with.'),
});
export type DeliveryPolicy = z.infer<typeof DeliveryPolicy>;
