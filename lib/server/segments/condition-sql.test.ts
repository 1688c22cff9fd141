// The database and `evaluate` say the same of everybody. `CONDITION_RUNS=200` looks longer, `CONDITION_SEED=7`
// elsewhere.
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customers } from '@/drizzle/schema';
import { type Condition, EventTest, type Test } from '@/lib/core/condition/condition';
import { evaluate, type Facts } from '@/lib/core/condition/evaluate';
import { NO_RECORDS } from '@/lib/core/condition/record-test';
import type { Id } from '@/lib/core/id';
import { arbitraryAllFacts, arbitraryCondition } from '@/lib/core/testing/arbitrary-condition';
import { soundEventTest } from '@/lib/core/testing/arbitrary-leaf';
import { inWorkspace, rows } from '../db/transaction';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEvent } from '../testing/people';
import { conditionSql } from './condition-sql';
import { countSql } from './count-sql';
import type { Selection } from './selection';
import { type Person, storePeople } from './testing/store-people';

const NOW = 300 * 60_000;
const ZONE = 'America/St_Johns';
const RUNS = Number(process.env.CONDITION_RUNS ?? 4);
const SEED = Number(process.env.CONDITION_SEED ?? 20_261_123);

async function chosen(
  workspaceId: Id<'wsp'>,
  condition: Condition,
  more: Partial<Selection> = {},
): Promise<string[]> {
  const selection = { workspaceId, now: NOW, timeZone: ZONE, ...more };
  const found = await inWorkspace(workspaceId, (tx) =>
    rows<{ id: string }>(tx, sql`select c.id from customers c where ${conditionSql(condition, selection)}`),
  );
  return found.map(({ id }) => id).sort();
}

async function countOf(workspaceId: Id<'wsp'>, condition: Condition): Promise<number> {
  const count = countSql(condition, { workspaceId, now: NOW, timeZone: ZONE });
  const [found] = await inWorkspace(workspaceId, (tx) => rows<{ count: number }>(tx, count));
  return found?.count ?? -1;
}

/** What was done, and how often, asked together: of events of one name, of several, or with something else beside. */
const deeds = fc
  .tuple(fc.array(soundEventTest, { minLength: 1, maxLength: 3 }), fc.option(arbitraryCondition))
  .map(([of, other]): Condition => ({ type: 'all', of: other === null ? of : [...of, other] }));

/** As a segment knows them: outside of any journey, with no event at hand. */
function askedOutside({ id: customerId, facts }: Person, catalogue: Facts['products']): Facts {
  const { attributes, past = [], segments = new Set(), records = NO_RECORDS } = facts;
  return {
    customerId,
    records,
    attributes,
    properties: {},
    now: NOW,
    timeZone: ZONE,
    past,
    segments,
    products: catalogue ?? new Map(),
  };
}

function expected(people: readonly Person[], condition: Condition, catalogue: Facts['products']): string[] {
  return people
    .filter((person) => evaluate(condition, askedOutside(person, catalogue)))
    .map(({ id }) => id)
    .sort();
}

const shop = fc.record({
  catalogue: arbitraryAllFacts.map(({ products = new Map() }) => products),
  drawn: fc.array(arbitraryAllFacts, { minLength: 10, maxLength: 30, size: 'large' }),
  conditions: fc.array(fc.oneof(arbitraryCondition, deeds), { minLength: 40, maxLength: 60, size: 'large' }),
});

it('chooses exactly those for whom the condition holds in memory', async () => {
  for (const one of fc.sample(shop, { numRuns: RUNS, seed: SEED })) {
    // A clone, because the driver has no use for objects without a prototype.
    const { catalogue, drawn, conditions } = structuredClone(one);
    const { workspaceId } = await freshWorkspace();
    const people = await storePeople(workspaceId, drawn, catalogue);
    for (const condition of conditions) {
      const found = await chosen(workspaceId, condition);
      expect(found, JSON.stringify(condition)).toEqual(expected(people, condition, catalogue));
      expect(await countOf(workspaceId, condition), JSON.stringify(condition)).toBe(found.length);
    }
  }
}, 3_600_000);

const did = (change: Partial<EventTest> = {}) =>
  EventTest.parse({ type: 'event', event: 'Bought', ...change });
const everybody: Condition = { type: 'all', of: [] };

describe('whom it never chooses', () => {
  it('people of another workspace, and those who became part of somebody else', async () => {
    const { actor, workspaceId } = await freshWorkspace();
    const other = await freshWorkspace();
    const winner = await addCustomer(actor, { 'user-id': 'winner' });
    await addCustomer(actor, { 'user-id': 'loser' }, { mergedInto: winner });
    const stranger = await addCustomer(other.actor, { 'user-id': 'stranger' });
    await addEvent(other.actor, stranger, 'Bought');
    expect(await chosen(workspaceId, everybody)).toEqual([winner]);
    expect(await chosen(workspaceId, did())).toEqual([]);
  });
});

it('asks several things about events of one name, each in its own time', async () => {
  const { actor, workspaceId } = await freshWorkspace();
  const days = (amount: number) => ({ amount, unit: 'days' as const });
  const ago = (count: number) => ({ at: new Date(NOW - count * 86_400_000) });
  const lapsed = await addCustomer(actor, { 'user-id': 'lapsed' });
  const loyal = await addCustomer(actor, { 'user-id': 'loyal' });
  await addCustomer(actor, { 'user-id': 'never' });
  await addEvent(actor, lapsed, 'Bought', ago(50));
  await addEvent(actor, loyal, 'Bought', ago(50));
  await addEvent(actor, loyal, 'Bought', { ...ago(3), properties: { total: 9 } });
  const lately = did({ operator: 'equals', count: 0, within: days(30) });
  const cheap: Test = { type: 'test', subject: 'property', path: ['total'], operator: 'at-most', value: 10 };
  const cases: [Condition[], string[]][] = [
    [[did(), lately], [lapsed]],
    [[did({ count: 2 }), did({ within: days(30) })], [loyal]],
    [[did(), did({ where: [cheap], within: days(40) })], [loyal]],
    [[did(), did({ where: [cheap], operator: 'equals', count: 0 })], [lapsed]],
    [[did({ within: days(30) }), lately], []],
  ];
  for (const [of, who] of cases) {
    expect(await chosen(workspaceId, { type: 'all', of })).toEqual(who);
    expect(await countOf(workspaceId, { type: 'all', of })).toBe(who.length);
  }
});

describe('what has been worked', () => {
  it('counts up to the cursor of its lane, and elsewhere all of it', async () => {
    const { actor, workspaceId } = await freshWorkspace();
    const buyer = await addCustomer(actor, { 'user-id': 'buyer' });
    const [first, second] = [await addEvent(actor, buyer, 'Bought'), await addEvent(actor, buyer, 'Bought')];
    const [{ lane = 0 } = {}] = await inWorkspace(workspaceId, (tx) => tx.select().from(customers));
    const twice = did({ count: 2 });
    const upTo = (cursor: number, ofLane = lane) =>
      chosen(workspaceId, twice, { upTo: [{ lane: ofLane, cursor }] });
    expect(await upTo(first)).toEqual([]);
    expect(await upTo(second)).toEqual([buyer]);
    expect(await upTo(first, (lane + 1) % 16)).toEqual([buyer]);
  });
});

describe('hostile names', () => {
  it.each(["a' OR '1'='1", 'a"; DROP TABLE x;--', '$1', '{a,b}', '0', '__proto__', '\\', ''])(
    '%s is a name like any other',
    async (name) => {
      const { actor, workspaceId } = await freshWorkspace();
      await addCustomer(actor, { 'user-id': 'plain' }, { attributes: { plan: 'pro', tags: ['x'] } });
      const attributes = Object.fromEntries([[name, name]]);
      const known = await addCustomer(actor, { 'user-id': 'known' }, { attributes });
      await addEvent(actor, known, name || 'none', { properties: attributes });
      const test: Test = {
        type: 'test',
        subject: 'attribute',
        path: [name],
        operator: 'equals',
        value: name,
      };
      expect(await chosen(workspaceId, test)).toEqual([known]);
      expect(await chosen(workspaceId, { ...test, path: [`${name}x`] })).toEqual([]);
      const where: Test[] = [{ ...test, subject: 'property' }];
      expect(await chosen(workspaceId, did({ event: name || 'none', where }))).toEqual([known]);
    },
  );
});

it('counts who did one thing and another, or not, from the events alone', async () => {
  const { actor, workspaceId } = await freshWorkspace();
  const people = { both: ['Bought', 'Viewed'], one: ['Bought'], other: ['Viewed', 'Viewed'] };
  for (const [name, events] of Object.entries(people)) {
    const customer = await addCustomer(actor, { 'user-id': name });
    for (const event of events) await addEvent(actor, customer, event);
  }
  const viewed = did({ event: 'Viewed' });
  const never = did({ event: 'Bought', operator: 'equals', count: 0 });
  const counts = [[did(), viewed], [viewed, never], [never, viewed], [did(), viewed, never], [never]].map(
    (of) => countOf(workspaceId, { type: 'all', of }),
  );
  expect(await Promise.all(counts)).toEqual([1, 1, 1, 0, 1]);
});
