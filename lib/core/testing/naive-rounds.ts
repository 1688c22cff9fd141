// The rounds over all customers in the naive model, by which a trigger that is new, or whose day has come, finds those whom
// nothing else would bring to it.
import { comingTo, hasBeen, keepTo, noteUnusable, placeName } from './naive-appointments';
import type { NodeOf } from './naive-arrival';
import { nextOccasionFrom, spanOfOccasion, whenOccasion } from './naive-calendar';
import type { NaiveWorld } from './naive-world';
import type { PublishedDrawing } from './published-drawing';

type Timed = NodeOf<'date-trigger'> | NodeOf<'schedule-trigger'>;

/** `occasion` is empty for a trigger by date. */
interface Round {
  readonly drawing: PublishedDrawing;
  readonly node: Timed;
  readonly occasion: string;
  readonly startsAt: number;
  readonly isSecond: boolean;
}

const HOUR = 3_600_000;

function timedNodes(drawings: readonly PublishedDrawing[]) {
  return drawings
    .filter(({ isEnrolling }) => isEnrolling)
    .flatMap((drawing) =>
      drawing.document.nodes.flatMap((node): { drawing: PublishedDrawing; node: Timed }[] =>
        node.type === 'date-trigger' || node.type === 'schedule-trigger' ? [{ drawing, node }] : [],
      ),
    );
}

export class NaiveRounds {
  private rounds: Round[] = [];
  private readonly liveSince = new Map<string, number>();

  constructor(private readonly world: NaiveWorld) {}

  /** Triggers that are as they were go on; what others have arranged is taken away, and new ones begin. */
  publish(drawings: readonly PublishedDrawing[], at: number): void {
    const before = timedNodes(this.world.drawings);
    const after = timedNodes(drawings);
    const kept = after.filter((one) => before.some((other) => isSame(one, other)));
    for (const [name, { journeyId, nodeId }] of this.world.appointments) {
      const isKept = kept.some(({ drawing, node }) => drawing.journeyId === journeyId && node.id === nodeId);
      if (!isKept) this.world.appointments.delete(name);
    }
    this.rounds = this.rounds.flatMap((round) => {
      const going = kept.find((one) => isSame(one, round));
      return going === undefined ? [] : [{ ...round, ...going }];
    });
    for (const { journeyId } of drawings) {
      if (!this.liveSince.has(journeyId)) this.liveSince.set(journeyId, at);
    }
    for (const one of after) if (!kept.includes(one)) this.begin(one, at);
  }

  /** Those that have begun by now, in order of their times. */
  go(now: number): void {
    for (;;) {
      const [round] = this.rounds
        .filter(({ startsAt }) => startsAt <= now)
        .sort((a, b) => a.startsAt - b.startsAt);
      if (round === undefined) return;
      this.rounds = this.rounds.filter((one) => one !== round);
      for (const customerId of this.world.attributes.keys()) this.meet(round, customerId, now);
      this.follow(round, now);
    }
  }

  private begin({ drawing, node }: Pick<Round, 'drawing' | 'node'>, at: number): void {
    const round = { drawing, node, isSecond: false };
    if (node.type === 'date-trigger') {
      this.rounds.push({ ...round, occasion: '', startsAt: at });
      return;
    }
    const occasion = nextOccasionFrom(node, at, '');
    if (occasion === null) return;
    this.rounds.push({ ...round, occasion, startsAt: Math.max(at, spanOfOccasion(node, occasion).from) });
  }

  /** A day is longer around the earth than between two of them: half a day on, those in the west are met once more. */
  private follow({ drawing, node, occasion, startsAt, isSecond }: Round, now: number): void {
    if (node.type === 'date-trigger' || isSecond) return;
    const again = spanOfOccasion(node, occasion).from + 13 * HOUR;
    if (node.data.zone === 'customer' && again > startsAt)
      this.rounds.push({ drawing, node, occasion, startsAt: again, isSecond: true });
    const next = nextOccasionFrom(node, now, occasion);
    if (next === null) return;
    // Two occasions are less than once around the earth apart: what was over when the trigger came is over for both.
    const from = Math.max(startsAt, spanOfOccasion(node, next).from);
    this.rounds.push({ drawing, node, occasion: next, startsAt: from, isSecond: false });
  }

  private meet({ drawing, node, occasion, startsAt }: Round, customerId: `cus_${string}`, now: number): void {
    const place = { customerId, journeyId: drawing.journeyId, nodeId: node.id };
    const isTaken = this.world.appointments.has(placeName(place));
    const after = Math.max(startsAt, this.liveSince.get(drawing.journeyId) ?? 0);
    const attributes = this.world.attributesOf(customerId);
    if (node.type === 'date-trigger') {
      noteUnusable(this.world, drawing, node, customerId, now);
      if (!isTaken) keepTo(this.world, place, comingTo(this.world, place, node, { attributes, after }));
      return;
    }
    const dueAt = whenOccasion(node, occasion, attributes);
    if (isTaken || dueAt < after || hasBeen(this.world, place, occasion)) return;
    keepTo(this.world, place, { dueAt, occasion });
  }
}

function isSame(one: Pick<Round, 'drawing' | 'node'>, other: Pick<Round, 'drawing' | 'node'>): boolean {
  const isThere = one.drawing.journeyId === other.drawing.journeyId && one.node.id === other.node.id;
  return (
    isThere &&
    one.node.type === other.node.type &&
    JSON.stringify(one.node.data) === JSON.stringify(other.node.data)
  );
}
