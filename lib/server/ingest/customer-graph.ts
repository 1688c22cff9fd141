// Which identifier belongs to which customer, as it changes while the events of a group are placed one after the other.
// Starts from what the database knows and ends as the list of what has to be written.
import type { Id } from '@/lib/core/id';
import type { IdentifierKind } from './claim';

export interface Identifier {
  readonly kind: IdentifierKind;
  readonly value: string;
}

export interface Ownership extends Identifier {
  readonly customerId: Id<'cus'>;
}

export interface Merge {
  readonly loser: Id<'cus'>;
  readonly winner: Id<'cus'>;
}

export interface GraphChanges {
  readonly created: readonly Id<'cus'>[];
  /** Identifiers that are new or belong to another customer than before, apart from what merges move. */
  readonly assigned: readonly Ownership[];
  readonly merges: readonly Merge[];
}

/** The kinds of identifiers that tell people apart; an anonymous id only tells devices apart. */
export type PersonKind = Exclude<IdentifierKind, 'anonymous-id'>;

const NO_KINDS: ReadonlySet<PersonKind> = new Set();

export class CustomerGraph {
  private readonly owners = byKind<Id<'cus'>>();
  private readonly assigned = byKind<Id<'cus'>>();
  private readonly kinds = new Map<Id<'cus'>, Set<PersonKind>>();
  private readonly mergedInto = new Map<Id<'cus'>, Id<'cus'>>();
  private readonly created = new Set<Id<'cus'>>();

  /** @param known who owns the identifiers that the group mentions */
  constructor(
    known: readonly Ownership[],
    private readonly newId: () => Id<'cus'>,
  ) {
    for (const { kind, value, customerId } of known) {
      this.owners[kind].set(value, customerId);
      this.learn(customerId, kind);
    }
  }

  /** Takes in by what else customers are known; needed of those that one event names beside another. */
  learnKinds(kinds: ReadonlyMap<Id<'cus'>, readonly PersonKind[]>): void {
    for (const [customerId, own] of kinds) for (const kind of own) this.learn(customerId, kind);
  }

  owner(kind: IdentifierKind, value: string | null): Id<'cus'> | null {
    const owner = value === null ? undefined : this.owners[kind].get(value);
    return owner === undefined ? null : this.survivor(owner);
  }

  /** The customer a merged one went into, itself where it was not merged. */
  survivor(customerId: Id<'cus'>): Id<'cus'> {
    let current = customerId;
    for (let next = this.mergedInto.get(current); next; next = this.mergedInto.get(current)) current = next;
    return current;
  }

  kindsOf(customerId: Id<'cus'> | null): ReadonlySet<PersonKind> {
    return (customerId && this.kinds.get(customerId)) || NO_KINDS;
  }

  create(): Id<'cus'> {
    const customerId = this.newId();
    this.created.add(customerId);
    return customerId;
  }

  assign(kind: IdentifierKind, value: string, customerId: Id<'cus'>): void {
    this.owners[kind].set(value, customerId);
    this.assigned[kind].set(value, customerId);
    this.learn(customerId, kind);
  }

  merge(loser: Id<'cus'>, winner: Id<'cus'>): void {
    this.mergedInto.set(loser, winner);
    for (const kind of this.kindsOf(loser)) this.learn(winner, kind);
  }

  changes(): GraphChanges {
    const losers = [...this.mergedInto.keys()].filter((loser) => !this.created.has(loser));
    return {
      created: [...this.created].filter((customerId) => !this.mergedInto.has(customerId)),
      assigned: KINDS.flatMap((kind) =>
        [...this.assigned[kind]].map(([value, owner]) => ({ kind, value, customerId: this.survivor(owner) })),
      ),
      merges: losers.map((loser) => ({ loser, winner: this.survivor(loser) })),
    };
  }

  private learn(customerId: Id<'cus'>, kind: IdentifierKind): void {
    if (kind === 'anonymous-id') return;
    const own = this.kinds.get(customerId);
    if (own) own.add(kind);
    else this.kinds.set(customerId, new Set([kind]));
  }
}

export const KINDS = ['user-id', 'email', 'phone', 'anonymous-id'] as const satisfies IdentifierKind[];

/** One map per kind: text keys made of kind and value would be built for every question. */
export function byKind<Value>(): Record<IdentifierKind, Map<string, Value>> {
  return { 'user-id': new Map(), email: new Map(), phone: new Map(), 'anonymous-id': new Map() };
}
