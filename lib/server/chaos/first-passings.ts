// Breaks every named point the first two times it is passed, once before its work and once after it, and later passings and
// statements by chance: so a short run has met every point, and no two runs break in the same order.
import { type FaultAction, plantFaults } from '../fault';
import { Broken, STATEMENT } from './breaker';
import type { Random } from './random';

const LATER = 0.01;
const STATEMENTS = 0.003;

export class FirstPassings {
  /** How often each point was broken. */
  readonly broken = new Map<string, number>();
  /** Breaks after the work was done: only the reply is missing. */
  repliesLost = 0;
  private readonly seen = new Map<string, number>();

  constructor(private readonly random: Random) {}

  plant(): void {
    plantFaults((point) => this.act(point));
  }

  lift(): void {
    plantFaults(undefined);
  }

  private act(point: string): FaultAction | undefined {
    const pass = (this.seen.get(point) ?? 0) + 1;
    this.seen.set(point, pass);
    const isStatement = point === STATEMENT;
    if (!isStatement && pass <= 2) return this.breakAt(point, pass === 2);
    if (this.random() >= (isStatement ? STATEMENTS : LATER)) return undefined;
    return this.breakAt(point, this.random() < 0.5);
  }

  private breakAt(point: string, isLost: boolean): FaultAction {
    this.broken.set(point, (this.broken.get(point) ?? 0) + 1);
    this.repliesLost += Number(isLost);
    const fail = () => {
      throw new Broken(`${isLost ? 'lost' : 'throw'} ${point}`);
    };
    return isLost ? { after: fail } : { before: fail };
  }
}
