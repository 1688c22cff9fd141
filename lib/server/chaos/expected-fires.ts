// What waits have to do: fire once, never early, at the first moment a worker looks; before an event that came later,
// at their own time. Kept by hand, beside the product, from instants that were reckoned beside it too.

export interface Expected {
  /** The messageId that began it, or customer, entry and occasion. */
  readonly id: string;
  readonly userId: string;
  readonly due: number;
  /** What is decided when it is due. */
  readonly code: 'delay-over' | 'wait-timed-out' | 'entered';
  /** Whether that time is one that the clock skips, or shows twice. */
  readonly kind: 'plain' | 'gap' | 'overlap';
}

export interface Fire {
  readonly code: string;
  readonly at: number;
  readonly due: number;
  readonly kind: Expected['kind'];
}

export class ExpectedFires {
  readonly fired = new Map<string, Fire>();
  readonly open = new Map<string, Expected>();
  /** When an event of a customer was accepted last that no worker has seen yet. */
  private readonly accepted = new Map<string, number>();
  private readonly answers = new Map<string, number>();

  begin(expected: Expected): void {
    this.open.set(expected.id, expected);
  }

  accept(userId: string, at: number): void {
    this.accepted.set(userId, Math.max(at, this.accepted.get(userId) ?? at));
  }

  /** Only the first one counts. */
  answer({ id, userId }: Expected, at: number): void {
    this.accept(userId, at);
    if (!this.answers.has(id)) this.answers.set(id, at);
  }

  /** A worker has worked everything there was at this time. @returns how many fired */
  serve(now: number): number {
    const before = this.fired.size;
    for (const one of this.open.values()) {
      const at = this.endOf(one, now);
      if (at === null) continue;
      this.fired.set(one.id, { ...at, due: one.due, kind: one.kind });
      this.open.delete(one.id);
    }
    this.accepted.clear();
    this.answers.clear();
    return this.fired.size - before;
  }

  private endOf({ id, userId, due, code }: Expected, now: number): Pick<Fire, 'code' | 'at'> | null {
    const answered = this.answers.get(id);
    if (answered !== undefined && answered < due) return { code: 'event-happened', at: answered };
    if ((this.accepted.get(userId) ?? Number.NEGATIVE_INFINITY) >= due) return { code, at: due };
    return due <= now ? { code, at: now } : null;
  }
}
