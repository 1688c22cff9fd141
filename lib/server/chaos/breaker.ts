// Breaks what passes named points, in the order planned: the second break counts its passings from the first one on.
import { type FaultAction, plantFaults } from '../fault';
import { poisoning } from './poisoning';

/**
 * throw: before the work is done. lost: after it, so that only the reply is missing. hang and stall: before and after it, so
 * long that somebody else takes over.
 */
export const ways = ['throw', 'lost', 'hang', 'stall'] as const;
export type Way = (typeof ways)[number];

export interface Break {
  readonly point: string;
  /** 1 for the first passing. */
  readonly pass: number;
  readonly way: Way;
}

/** Each statement of the driver, see statements.ts. */
export const STATEMENT = 'statement';

export class Broken extends Error {}

export class Breaker {
  /** Every point passed since the breaks were planted. */
  passed: string[] = [];
  /** Every break that happened, with the points that were passed before it. */
  fired: { readonly broken: Break; readonly before: readonly string[] }[] = [];
  /** How many statements were made outside of every named point. */
  bare = 0;
  private inside = 0;
  private left: readonly Break[] = [];
  private seen = 0;
  private held: (() => void)[] = [];
  private watchers: (() => void)[] = [];
  private isAside = false;

  plant(breaks: readonly Break[]): void {
    this.left = breaks;
    this.seen = 0;
    this.passed = [];
    this.bare = 0;
    this.inside = 0;
    this.fired = [];
    plantFaults((point) => this.act(point));
  }

  /** What the judge asks for passes no point. */
  async aside<Value>(work: () => Promise<Value>): Promise<Value> {
    this.isAside = true;
    return work().finally(() => {
      this.isAside = false;
    });
  }

  lift(): void {
    plantFaults(undefined);
    this.release();
  }

  /** Resolves as soon as something hangs, at once where it does already. */
  whenHung(): Promise<'hung'> {
    return new Promise((resolve) => {
      const tell = () => resolve('hung');
      if (this.held.length > 0) tell();
      else this.watchers.push(tell);
    });
  }

  /** Lets everything that hangs go on. */
  release(): void {
    for (const wake of this.held.splice(0)) wake();
  }

  private act(point: string): FaultAction | undefined {
    if (this.isAside) return undefined;
    this.passed.push(point);
    if (point === STATEMENT && this.inside === 0) this.bare += 1;
    return together(together(this.around, poisoning(point)), this.breakAt(point));
  }

  /** Counts the points that are open; once one has broken, the count means nothing any more. */
  private readonly around: FaultAction = {
    before: () => {
      this.inside += 1;
    },
    after: () => {
      this.inside -= 1;
    },
  };

  private breakAt(point: string): FaultAction | undefined {
    const [next, ...later] = this.left;
    if (next?.point !== point) return undefined;
    this.seen += 1;
    if (this.seen < next.pass) return undefined;
    this.left = later;
    this.seen = 0;
    this.fired.push({ broken: next, before: this.passed.slice(0, -1) });
    return this.actionOf(next);
  }

  private actionOf({ way, point }: Break): FaultAction {
    const fail = () => {
      throw new Broken(`${way} ${point}`);
    };
    const hang = () => this.hang();
    return { throw: { before: fail }, lost: { after: fail }, hang: { before: hang }, stall: { after: hang } }[
      way
    ];
  }

  private hang(): Promise<void> {
    return new Promise((resolve) => {
      this.held.push(resolve);
      for (const tell of this.watchers.splice(0)) tell();
    });
  }
}

function together(first: FaultAction, second: FaultAction | undefined): FaultAction {
  return {
    before: async () => {
      await first.before?.();
      await second?.before?.();
    },
    after: async (value) => {
      await first.after?.(value);
      await second?.after?.(value);
    },
  };
}
