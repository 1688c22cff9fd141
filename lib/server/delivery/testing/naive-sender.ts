// The sending rules once more, naively: one message at a time, by counting. Shares nothing with the policy it checks.
import type { Id } from '@/lib/core/id';

const HOUR = 3_600_000;

export interface Message {
  readonly id: string;
  readonly customer: Id<'cus'>;
  readonly channel: 'email' | 'sms';
  readonly kind: 'marketing' | 'transactional';
  readonly category: string;
  readonly priority: number;
  readonly dueAt: number;
  readonly maxLatenessHours: number;
}

export interface Cap {
  readonly id: string;
  readonly name: string;
  readonly channel: 'email' | 'sms' | null;
  readonly category: string | null;
  readonly limit: number;
  readonly perHours: number;
  readonly whenReached: 'skip' | 'requeue';
}

/** Nobody is written to before 8:00 and from 21:00 on (UTC). */
const isNight = (at: number) => new Date(at).getUTCHours() < 8 || new Date(at).getUTCHours() >= 21;

function endOfNight(at: number): number {
  let end = Math.ceil(at / HOUR) * HOUR;
  while (isNight(end)) end += HOUR;
  return isNight(at) ? end : at;
}

export class NaiveSender {
  readonly sent: { readonly message: Message; readonly at: number }[] = [];
  /** Id to how it ended. */
  readonly ended = new Map<string, string>();
  private waiting: { message: Message; from: number }[] = [];

  constructor(private readonly caps: readonly Cap[]) {}

  queue(message: Message): void {
    this.waiting.push({ message, from: message.dueAt });
  }

  /** Works off what is due at a moment, one after another. */
  work(now: number): void {
    const due = this.waiting
      .filter(({ from }) => from <= now)
      .sort(
        ({ message: a }, { message: b }) =>
          b.priority - a.priority || a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1),
      );
    for (const one of due) {
      const verdict = this.decide(one.message, now);
      if (typeof verdict === 'number') one.from = verdict;
      else this.ended.set(one.message.id, verdict);
      if (verdict === 'sent') this.sent.push({ message: one.message, at: now });
    }
    this.waiting = this.waiting.filter(({ message }) => !this.ended.has(message.id));
  }

  /** How it ends, or when it is looked at again. */
  private decide(message: Message, now: number): string | number {
    const latest = message.dueAt + message.maxLatenessHours * HOUR;
    if (now > latest) return 'refused-expired';
    if (message.kind === 'transactional') return 'sent';
    if (isNight(now)) return endOfNight(now) > latest ? 'refused-quiet-hours' : endOfNight(now);
    const full = this.caps.filter((cap) => this.isFull(cap, message, now));
    if (full.length === 0) return 'sent';
    if (full.some(({ whenReached }) => whenReached === 'skip')) return 'refused-capped';
    const free = endOfNight(Math.max(...full.map((cap) => this.freeAt(cap, message, now))));
    return free > latest ? 'refused-capped' : free;
  }

  private isFull(cap: Cap, message: Message, at: number): boolean {
    if (cap.channel !== null && cap.channel !== message.channel) return false;
    if (cap.category !== null && cap.category !== message.category) return false;
    const counted = this.sent.filter(
      (one) =>
        one.message.kind === 'marketing' &&
        one.message.customer === message.customer &&
        (cap.channel === null || cap.channel === one.message.channel) &&
        (cap.category === null || cap.category === one.message.category) &&
        at - one.at < cap.perHours * HOUR,
    );
    return counted.length >= cap.limit;
  }

  /** Tries every moment at which a message leaves the window. */
  private freeAt(cap: Cap, message: Message, now: number): number {
    const moments = this.sent.map(({ at }) => at + cap.perHours * HOUR).filter((at) => at > now);
    return Math.min(...moments.filter((at) => !this.isFull(cap, message, at)));
  }
}
