// Whose event is it: examples first, then the law that batching changes nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '@/lib/core/id';
import type { Claim } from './claim';
import {
  CustomerGraph,
  type GraphChanges,
  type Identifier,
  type Ownership,
  type PersonKind,
} from './customer-graph';
import { customersInQuestion, identifiersOf, place } from './identity';

/** What the database would hold, with the events of every customer. */
class Model {
  readonly owners = new Map<string, Ownership>();
  readonly events: { index: number; customerId: Id<'cus'> }[] = [];
  readonly refused: number[] = [];
  private made = 0;

  store(batch: readonly Claim[]): void {
    const known = identifiersOf(batch).flatMap((identifier) => this.owners.get(keyOf(identifier)) ?? []);
    const graph = new CustomerGraph(known, () => this.newId());
    graph.learnKinds(this.kindsOf(customersInQuestion(graph, batch)));
    const placements = batch.map((claim) => place(graph, claim));
    this.apply(graph.changes());
    for (const { customerId, isAliasRefused } of placements) {
      const index = this.events.push({ index: this.events.length, customerId: graph.survivor(customerId) });
      if (isAliasRefused) this.refused.push(index - 1);
    }
  }

  /** Identifiers and events of each customer, without the ids that chance made. */
  people(): { identifiers: string[]; events: number[] }[] {
    const ids = new Set([...this.owners.values(), ...this.events].map(({ customerId }) => customerId));
    const people = [...ids].map((id) => ({
      identifiers: [...this.owners]
        .filter(([, owner]) => owner.customerId === id)
        .map(([key]) => key)
        .sort(),
      events: this.events.filter(({ customerId }) => customerId === id).map(({ index }) => index),
    }));
    return people.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  }

  private apply({ merges, assigned }: GraphChanges): void {
    for (const { loser, winner } of merges) {
      for (const [key, owner] of this.owners) {
        if (owner.customerId === loser) this.owners.set(key, { ...owner, customerId: winner });
      }
      for (const event of this.events) if (event.customerId === loser) event.customerId = winner;
    }
    for (const ownership of assigned) this.owners.set(keyOf(ownership), ownership);
  }

  private kindsOf(ids: readonly Id<'cus'>[]): Map<Id<'cus'>, PersonKind[]> {
    const all = [...this.owners.values()];
    const kinds = (id: Id<'cus'>) =>
      all.flatMap(({ customerId, kind }) => (customerId === id && kind !== 'anonymous-id' ? [kind] : []));
    return new Map(ids.map((id) => [id, kinds(id)]));
  }

  private newId(): Id<'cus'> {
    this.made += 1;
    return `cus_${this.made}`;
  }
}

function keyOf({ kind, value }: Identifier): string {
  return `${kind} ${value}`;
}

function claim(given: Partial<Claim>): Claim {
  return { userId: null, email: null, phone: null, anonymousId: null, previousId: null, ...given };
}

function peopleAfter(...claims: Partial<Claim>[]) {
  const model = new Model();
  for (const one of claims) model.store([claim(one)]);
  return model;
}

describe('place', () => {
  it('brings anonymous history into the known customer', () => {
    const model = peopleAfter({ anonymousId: 'a' }, { userId: 'u' }, { userId: 'u', anonymousId: 'a' });
    expect(model.people()).toEqual([{ identifiers: ['anonymous-id a', 'user-id u'], events: [0, 1, 2] }]);
  });

  it('gives a new user id to the anonymous customer of the device', () => {
    const model = peopleAfter({ anonymousId: 'a' }, { userId: 'u', anonymousId: 'a' });
    expect(model.people()).toEqual([{ identifiers: ['anonymous-id a', 'user-id u'], events: [0, 1] }]);
  });

  it('joins by e-mail and phone', () => {
    const model = peopleAfter(
      { email: 'e', anonymousId: 'a' },
      { phone: 'p', anonymousId: 'b' },
      { userId: 'u', email: 'e', phone: 'p' },
    );
    expect(model.people()).toHaveLength(1);
  });

  it('never joins two user ids through a device', () => {
    const model = peopleAfter(
      { userId: 'u', anonymousId: 'a' },
      { userId: 'v', anonymousId: 'a' },
      { anonymousId: 'a' },
    );
    expect(model.people()).toEqual([
      { identifiers: ['anonymous-id a', 'user-id v'], events: [1, 2] },
      { identifiers: ['user-id u'], events: [0] },
    ]);
  });

  it('never joins two user ids through an e-mail', () => {
    const model = peopleAfter({ userId: 'u', email: 'e' }, { userId: 'v', email: 'e' }, { email: 'e' });
    expect(model.people()).toEqual([
      { identifiers: ['email e', 'user-id u'], events: [0, 2] },
      { identifiers: ['user-id v'], events: [1] },
    ]);
  });

  it('keeps apart the people who give their e-mail on one shared device', () => {
    const model = peopleAfter(
      { email: 'e', anonymousId: 'kiosk' },
      { email: 'f', anonymousId: 'kiosk' },
      { anonymousId: 'kiosk' },
    );
    expect(model.people()).toEqual([
      { identifiers: ['anonymous-id kiosk', 'email f'], events: [1, 2] },
      { identifiers: ['email e'], events: [0] },
    ]);
  });

  it('lets one customer have several addresses', () => {
    const model = peopleAfter({ userId: 'u', email: 'e' }, { userId: 'u', email: 'f' }, { email: 'e' });
    expect(model.people()).toHaveLength(1);
  });
});

describe('alias', () => {
  it('takes over an earlier anonymous id', () => {
    const model = peopleAfter({ anonymousId: 'a' }, { userId: 'u' }, { userId: 'u', previousId: 'a' });
    expect(model.people()).toHaveLength(1);
    expect(model.refused).toEqual([]);
  });

  it('does nothing where both ids are the same', () => {
    const model = peopleAfter({ userId: 'u' }, { userId: 'u', previousId: 'u' });
    expect(model.people()).toEqual([{ identifiers: ['user-id u'], events: [0, 1] }]);
    expect(model.refused).toEqual([]);
  });

  it('does not join two user ids, and says so', () => {
    const model = peopleAfter({ userId: 'u' }, { userId: 'v' }, { userId: 'v', previousId: 'u' });
    expect(model.people()).toHaveLength(2);
    expect(model.refused).toEqual([2]);
  });

  it('does not take a device from somebody with a user id', () => {
    const model = peopleAfter({ userId: 'u', anonymousId: 'a' }, { userId: 'v', previousId: 'a' });
    expect(model.people()).toHaveLength(2);
    expect(model.refused).toEqual([1]);
  });

  it('remembers an id nobody has used yet', () => {
    const model = peopleAfter({ userId: 'u', previousId: 'a' }, { anonymousId: 'a' });
    expect(model.people()).toHaveLength(1);
  });
});

const few = (prefix: string) =>
  fc.option(
    fc.integer({ min: 0, max: 4 }).map((n) => `${prefix}${n}`),
    { freq: 2 },
  );
const anyClaim = fc
  .record({ userId: few('u'), email: few('e'), phone: few('p'), anonymousId: few('a'), previousId: few('a') })
  .map((given) => (given.userId === null ? { ...given, previousId: null } : given))
  .filter(({ previousId: _other, ...ids }) => Object.values(ids).some((id) => id !== null));

describe('laws of place', () => {
  it('any stream split into any batches ends in the same customers', () => {
    const batches = fc.array(fc.array(anyClaim, { maxLength: 12 }), { maxLength: 6 });
    fc.assert(
      fc.property(batches, (stream) => {
        const [inBatches, oneByOne, atOnce] = [new Model(), new Model(), new Model()];
        for (const batch of stream) inBatches.store(batch);
        for (const one of stream.flat()) oneByOne.store([one]);
        atOnce.store(stream.flat());
        expect(inBatches.people()).toEqual(oneByOne.people());
        expect(atOnce.people()).toEqual(oneByOne.people());
        expect(inBatches.refused).toEqual(oneByOne.refused);
      }),
      { numRuns: 1_000 },
    );
  });

  it('no customer ever has two user ids, and every event’s user id is its customer’s', () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 40 }), (stream) => {
        const model = new Model();
        model.store(stream);
        const people = model.people();
        for (const { identifiers } of people) {
          expect(identifiers.filter((key) => key.startsWith('user-id')).length).toBeLessThan(2);
        }
        for (const [index, { userId }] of stream.entries()) {
          const owner = people.find(({ events }) => events.includes(index));
          if (userId !== null) expect(owner?.identifiers).toContain(`user-id ${userId}`);
        }
      }),
      { numRuns: 500 },
    );
  });
});
