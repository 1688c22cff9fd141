// The sending rules as a half-filled form holds them, and the rules that form asks for.
import type { DeliveryPolicy, FrequencyCap, PersonalChannel } from '@/lib/core/policy/delivery-policy';

type Unit = 'hours' | 'days';

/** Numbers are kept as they are typed: what is no number yet is refused beside its field. */
export interface CapDraft {
  readonly id: string;
  readonly name: string;
  readonly channel: PersonalChannel | 'any';
  readonly category: string;
  readonly limit: string;
  readonly amount: string;
  readonly unit: Unit;
  readonly whenReached: FrequencyCap['whenReached'];
}

export interface RulesDraft {
  readonly caps: readonly CapDraft[];
  readonly quietHours: DeliveryPolicy['quietHours'];
  readonly throttles: { readonly [Channel in keyof DeliveryPolicy['throttles']]: string };
  readonly holdoutPercent: string;
}

const HOURS_OF = { hours: 1, days: 24 } as const;

export function draftOf({ caps, quietHours, throttles, holdoutPercent }: DeliveryPolicy): RulesDraft {
  const text = (limit: number | null) => (limit === null ? '' : String(limit));
  return {
    caps: caps.map(capDraftOf),
    quietHours,
    throttles: {
      email: text(throttles.email),
      sms: text(throttles.sms),
      webhook: text(throttles.webhook),
    },
    holdoutPercent: String(holdoutPercent),
  };
}

function capDraftOf({ channel, category, limit, perHours, ...rest }: FrequencyCap): CapDraft {
  const unit = perHours % 24 === 0 ? 'days' : 'hours';
  return {
    ...rest,
    channel: channel ?? 'any',
    category: category ?? '',
    limit: String(limit),
    amount: String(perHours / HOURS_OF[unit]),
    unit,
  };
}

/** What to send: numbers that are none become NaN, which the server's schema refuses by field. */
export function rulesOf({ caps, quietHours, throttles, holdoutPercent }: RulesDraft): DeliveryPolicy {
  return {
    caps: caps.map(capOf),
    quietHours,
    throttles: {
      email: optional(throttles.email),
      sms: optional(throttles.sms),
      webhook: optional(throttles.webhook),
    },
    holdoutPercent: numberOf(holdoutPercent),
  };
}

export function capOf({ channel, category, limit, amount, unit, ...rest }: CapDraft): FrequencyCap {
  return {
    ...rest,
    channel: channel === 'any' ? null : channel,
    category: category.trim() === '' ? null : category,
    limit: numberOf(limit),
    perHours: numberOf(amount) * HOURS_OF[unit],
  };
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
}

function optional(text: string): number | null {
  return text.trim() === '' ? null : numberOf(text);
}
