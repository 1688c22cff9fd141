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

export class CustomerGraph {
  private readonly owners = new Map<string, Ownership>();
  private readonly kinds = new Map<Id<'cus'>, Set<PersonKind>>();
  private readonly mergedInto = new Map<Id<'cus'>, Id<'cus'>>();
  private readonly created = new Set<Id<'cus'>>();
  private readonly assigned = new Map<string, Ownership>();

  /**
   * @param known who owns the identifiers that the group mentions
   * @param kinds what else those customers are known by; needed of those that one event mentions beside another
   */
  constructor(
    known: readonly Ownership[],
    kinds: ReadonlyMap<Id<'cus'>, readonly PersonKind[]>,
    private readonly newId: () => Id<'cus'>,
  ) {
    for (const ownership of known) this.owners.set(keyOf(ownership), ownership);
    for (const [customerId, own] of kinds) this.kinds.set(customerId, new Set(own));
    for (const { customerId, kind } of known) this.learn(customerId, kind);
  }

  owner(kind: IdentifierKind, value: string | null): Id<'cus'> | null {
    const found = value === null ? undefined : this.owners.get(keyOf({ kind, value }));
    return found ? this.survivor(found.customerId) : null;
  }

  /** The customer a merged one went into, itself where it was not merged. */
  survivor(customerId: Id<'cus'>): Id<'cus'> {
    let current = customerId;
    for (let next = this.mergedInto.get(current); next; next = this.mergedInto.get(current)) current = next;
    return current;
  }

  kindsOf(customerId: Id<'cus'> | null): ReadonlySet<PersonKind> {
    return (customerId && this.kinds.get(customerId)) || new Set();
  }

  create(): Id<'cus'> {
    const customerId = this.newId();
    this.created.add(customerId);
    return customerId;
  }

  assign(kind: IdentifierKind, value: string, customerId: Id<'cus'>): void {
    const ownership = { kind, value, customerId };
    this.owners.set(keyOf(ownership), ownership);
    this.assigned.set(keyOf(ownership), ownership);
    this.learn(customerId, kind);
  }

  merge(loser: Id<'cus'>, winner: Id<'cus'>): void {
    this.mergedInto.set(loser, winner);
    for (const kind of this.kindsOf(loser)) this.learn(winner, kind);
  }

  changes(): GraphChanges {
    const current = (ownership: Ownership) => ({
      ...ownership,
      customerId: this.survivor(ownership.customerId),
    });
    const merges = [...this.mergedInto.keys()].filter((loser) => !this.created.has(loser));
    return {
      created: [...this.created].filter((customerId) => !this.mergedInto.has(customerId)),
      assigned: [...this.assigned.values()].map(current),
      merges: merges.map((loser) => ({ loser, winner: this.survivor(loser) })),
    };
  }

  private learn(customerId: Id<'cus'>, kind: IdentifierKind): void {
    if (kind === 'anonymous-id') return;
    const own = this.kinds.get(customerId);
    if (own) own.add(kind);
    else this.kinds.set(customerId, new Set([kind]));
  }
}

export function keyOf({ kind, value }: Identifier): string {
  return `${kind} ${value}`;
}
