// What marketing is worth: equal to a plain recount, honest at every edge, and of one workspace alone.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdoutFigures } from '@/lib/core/experiment/holdout-figures';
import { winsorCap } from '@/lib/core/experiment/winsor-cap';
import { isHeldOut } from '@/lib/core/policy/holdout';
import { farFrom } from '@/lib/core/testing/far-from';
import type { Actor } from '../actor';
import { now } from '../clock';
import { storeEvents } from '../ingest/store-events';
import { setNow } from '../testing/clock';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEvent } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { readHoldout } from './read-holdout';
import { holding } from './testing/holding';

const { day, share, emailOf, order, draw } = holding;

const read = async (actor: Actor, span?: number) => unwrap(await readHoldout(actor, { span }));

interface Deed {
  readonly at: Date;
  readonly worth: number;
  readonly isOrder: boolean;
}

interface Person {
  readonly isHeld: boolean;
  readonly t0: Date;
  readonly deeds: readonly Deed[];
}

/** Every value written down, one by one. */
function recount(people: readonly Person[], from: Date | null, until: Date) {
  const known = people.filter(({ t0 }) => t0 < until);
  const told = known.map(({ isHeld, t0, deeds }) => {
    const own = deeds.filter(({ at }) => at >= t0 && at < until && (from === null || at >= from));
    const worth = own.reduce((sum, one) => sum + one.worth, 0);
    return { isHeld, worth, hasOrdered: own.some(({ isOrder }) => isOrder) };
  });
  const found = winsorCap(told.map(({ worth }) => Math.max(0, worth)));
  const cap = found || null;
  const countOf = (isHeld: boolean) => {
    const side = told.filter((one) => one.isHeld === isHeld);
    const values = side.map(({ worth }) => (cap === null ? worth : Math.min(worth, cap)));
    const mean = values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
    const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    return {
      ...{ people: side.length, converted: side.filter(({ hasOrdered }) => hasOrdered).length },
      ...{ active: side.length, mean, variance: values.length > 1 ? squares / (values.length - 1) : 0 },
    };
  };
  return { ...holdoutFigures(countOf(true), countOf(false)), cap };
}

const Happening = fc.record({
  days: fc.nat(130),
  name: fc.constantFrom('Order Completed', 'Order Completed', 'Order Refunded', 'Product Viewed'),
  total: fc.integer({ min: 1, max: 500 }),
  currency: fc.constantFrom(undefined, 'EUR', 'eur', 'USD'),
});
const Someone = fc.record({
  known: fc.nat(100),
  happenings: fc.array(Happening, { maxLength: 4 }),
});

type Told = typeof Someone extends fc.Arbitrary<infer Value> ? Value : never;

/** At another hour than the span begins at, so that nothing falls on a bound. */
const dayAt = (days: number) => new Date(day('2026-01-20').getTime() + days * 86_400_000 + 7_200_000);

async function store(actor: Actor, given: readonly Told[]): Promise<Person[]> {
  const start = day('2026-02-10');
  const people: Person[] = [];
  for (const [index, { known, happenings }] of given.entries()) {
    const createdAt = dayAt(known);
    setNow(createdAt);
    const email = index % 4 === 3 ? undefined : `p${index}@shop.test`;
    const customerId = await addCustomer(actor, { 'user-id': `u${index}`, ...(email && { email }) });
    const unit = { workspaceId: actor.workspaceId, customerId, email: email ?? null };
    const deeds: Deed[] = [];
    for (const { days, name, total, currency } of happenings) {
      const at = dayAt(days);
      await addEvent(actor, customerId, name, { at, properties: order(total, currency) });
      const sign = name === 'Order Completed' ? 1 : -1;
      const worth = currency === 'USD' ? 0 : sign * total;
      if (name !== 'Product Viewed') deeds.push({ at, worth, isOrder: sign === 1 });
    }
    people.push({ isHeld: isHeldOut(draw, unit), t0: createdAt > start ? createdAt : start, deeds });
  }
  return people;
}

it('equals a plain recount, month by month and since the start', async () => {
  const histories = fc.array(Someone, { minLength: 5, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(histories, async (given) => {
      const { actor } = await freshWorkspace();
      await share(actor, '2026-02-10', draw.percent);
      const people = await store(actor, given);
      setNow(day('2026-05-05'));
      const { months } = await read(actor);
      expect(months.map(({ month }) => month.slice(0, 7))).toEqual([
        '2026-02',
        '2026-03',
        '2026-04',
        '2026-05',
      ]);
      for (const { from, until, alone, sinceStart } of months) {
        const bounds = [new Date(from), new Date(until)] as const;
        const wanted = { alone: recount(people, ...bounds), sinceStart: recount(people, null, bounds[1]) };
        expect(farFrom({ alone, sinceStart }, wanted, { rel: 1e-9, abs: 1e-9 })).toEqual([]);
      }
    }),
    { numRuns: 6 },
  );
});

it('has nothing to say where nobody was ever held out', async () => {
  const { actor } = await freshWorkspace();
  await addCustomer(actor, { email: 'ann@shop.test' });
  expect(await read(actor)).toMatchObject({ percent: 0, spans: [], span: null, months: [], isSmall: false });
  expect(await readHoldout(actor, { span: 1 })).toMatchObject({ ok: false });
});

it('counts each of two spans by itself', async () => {
  const { actor } = await freshWorkspace();
  await share(actor, '2026-02-10', 15);
  const held = await addCustomer(actor, { email: emailOf(actor, true) });
  const treated = await addCustomer(actor, { email: emailOf(actor, false) });
  await addEvent(actor, held, 'Order Completed', { at: day('2026-02-11'), properties: order(10) });
  await share(actor, '2026-03-05', 0);
  await addEvent(actor, treated, 'Order Completed', { at: day('2026-03-10'), properties: order(99) });
  await share(actor, '2026-04-01', 15);
  await addEvent(actor, treated, 'Order Completed', { at: day('2026-04-02'), properties: order(20) });
  await addEvent(actor, treated, 'Order Completed', { at: day('2026-04-03'), properties: order(5, 'USD') });
  setNow(day('2026-04-10'));
  const [first, second] = [await read(actor, 1), await read(actor)];
  expect(second).toMatchObject({ percent: 15, span: 2, isSmall: true, leftOut: 1 });
  expect(second.spans.map(({ span, endedAt }) => [span, endedAt === null])).toEqual([
    [2, true],
    [1, false],
  ]);
  expect(first.months).toHaveLength(2);
  expect(first.months.at(-1)?.sinceStart).toMatchObject({
    heldOut: { people: 1, converted: 1 },
    treated: { people: 1, converted: 0, revenue: 0 },
    orders: null,
    isThin: true,
  });
  expect(second.months.at(-1)?.sinceStart).toMatchObject({
    heldOut: { people: 1, converted: 0 },
    treated: { people: 1, converted: 1 },
  });
});

it.each([
  [true, true],
  [true, false],
])('leaves merged customers out only where they were on both sides: %s, %s', async (one, other) => {
  const { actor } = await freshWorkspace();
  await share(actor, '2026-02-10', 15);
  const later = emailOf(actor, other, 'q');
  await addCustomer(actor, { 'user-id': 'u', email: emailOf(actor, one) });
  await addCustomer(actor, { email: later });
  setNow(day('2026-02-12'));
  const identify = { type: 'identify', userId: 'u', traits: { email: later }, messageId: 'merge' };
  await storeEvents(actor.workspaceId, 'test', [identify], now());
  setNow(day('2026-02-13'));
  const { months, bothSides } = await read(actor);
  const { heldOut, treated } = months[0]?.alone ?? {};
  expect([bothSides, (heldOut?.people ?? 0) + (treated?.people ?? 0)]).toEqual(
    one === other ? [0, 1] : [1, 0],
  );
});

it('shows another workspace nothing', async () => {
  const [mine, theirs] = [(await freshWorkspace()).actor, (await freshWorkspace()).actor];
  await share(mine, '2026-02-10', 15);
  await share(theirs, '2026-02-10', 15);
  const customer = await addCustomer(mine, { email: 'ann@shop.test' });
  await addEvent(mine, customer, 'Order Completed', { at: day('2026-02-11'), properties: order(10) });
  setNow(day('2026-02-12'));
  const { months } = await read(theirs);
  expect(months).toHaveLength(1);
  expect(months[0]?.sinceStart).toMatchObject({ heldOut: { people: 0 }, treated: { people: 0 } });
});
