// Twenty conditions as marketers ask them, each beside the best statement somebody would write by hand.
import { type SQL, sql } from 'drizzle-orm';
import { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';

export interface Typical {
  readonly name: string;
  readonly condition: Condition;
  /** A query of one column, the ids of those who fulfil it. */
  readonly byHand: (workspaceId: Id<'wsp'>, now: Date) => SQL;
}

const attribute = (key: string, operator: string, value?: unknown) => ({
  ...{ type: 'test', subject: 'attribute', path: [key], operator },
  ...(value === undefined ? {} : { value }),
});
const did = (event: string, more: object = {}) => ({ type: 'event', event, ...more });
const days = (amount: number) => ({ within: { amount, unit: 'days' } });

const people = (where: SQL) => (workspaceId: Id<'wsp'>) =>
  sql`select c.id from customers c where c.workspace_id = ${workspaceId} and c.merged_into is null and ${where}`;

const since = (now: Date, count: number) =>
  sql`e.occurred_at > ${new Date(now.getTime() - count * 86_400_000)}`;

const those = (workspaceId: Id<'wsp'>, name: string) =>
  sql`e.workspace_id = ${workspaceId} and e.name = ${name} and e.type <> 'signal'`;

/** Who did it, with what is asked of all of it together. */
function doers(name: string, count: number | null, having: SQL) {
  return (workspaceId: Id<'wsp'>, now: Date) => sql`
    select e.customer_id from events e where ${those(workspaceId, name)} ${count === null ? sql`` : sql`and ${since(now, count)}`}
    group by e.customer_id having ${having}`;
}

function not(name: string, count: number | null, also: SQL = sql`true`) {
  return (workspaceId: Id<'wsp'>, now: Date) => sql`
    select c.id from customers c
    where c.workspace_id = ${workspaceId} and c.merged_into is null and ${also} and not exists (
      select from events e
      where ${those(workspaceId, name)} and e.customer_id = c.id ${count === null ? sql`` : sql`and ${since(now, count)}`})`;
}

const both =
  (one: Typical['byHand'], other: Typical['byHand']): Typical['byHand'] =>
  (workspaceId, now) =>
    sql`(${one(workspaceId, now)}) intersect (${other(workspaceId, now)})`;

const total = sql`(e.properties ->> 'total')::numeric`;
const spend = { measure: { of: 'sum', property: ['total'] } };
const inSpain = people(sql`c.attributes ->> 'country' = 'ES'`);

const drafts: readonly (Omit<Typical, 'condition'> & { readonly condition: object })[] = [
  { name: 'country', condition: attribute('country', 'equals', 'ES'), byHand: inSpain },
  {
    name: 'country or other',
    condition: attribute('country', 'one-of', ['ES', 'FR']),
    byHand: people(sql`c.attributes ->> 'country' in ('ES', 'FR')`),
  },
  {
    name: 'points',
    condition: attribute('points', 'at-least', 900),
    byHand: people(sql`(c.attributes ->> 'points')::numeric >= 900`),
  },
  {
    name: 'subscribed on a plan',
    condition: {
      type: 'all',
      of: [attribute('subscribed', 'equals', true), attribute('plan', 'equals', 'pro')],
    },
    byHand: people(sql`(c.attributes ->> 'subscribed')::boolean and c.attributes ->> 'plan' = 'pro'`),
  },
  {
    name: 'city begins',
    condition: attribute('city', 'starts-with', 'City 1'),
    byHand: people(sql`starts_with(c.attributes ->> 'city', 'City 1')`),
  },
  {
    name: 'no phone',
    condition: attribute('phone', 'is-not-set'),
    byHand: people(sql`c.attributes ->> 'phone' is null`),
  },
  {
    name: 'ever bought',
    condition: did('Order Completed'),
    byHand: doers('Order Completed', null, sql`true`),
  },
  {
    name: 'bought in 30 days',
    condition: did('Order Completed', days(30)),
    byHand: doers('Order Completed', 30, sql`true`),
  },
  {
    name: 'bought thrice',
    condition: did('Order Completed', { count: 3 }),
    byHand: doers('Order Completed', null, sql`count(*) >= 3`),
  },
  {
    name: 'viewed five times in a week',
    condition: did('Product Viewed', { count: 5, ...days(7) }),
    byHand: doers('Product Viewed', 7, sql`count(*) >= 5`),
  },
  {
    name: 'never bought',
    condition: did('Order Completed', { operator: 'equals', count: 0 }),
    byHand: not('Order Completed', null),
  },
  {
    name: 'not seen for 60 days',
    condition: did('Signed In', { operator: 'equals', count: 0, ...days(60) }),
    byHand: not('Signed In', 60),
  },
  {
    name: 'spent 300',
    condition: did('Order Completed', { ...spend, count: 300 }),
    byHand: doers('Order Completed', null, sql`sum(${total}) >= 300`),
  },
  {
    name: 'spent 150 in 90 days',
    condition: did('Order Completed', { ...spend, count: 150, ...days(90) }),
    byHand: doers('Order Completed', 90, sql`sum(${total}) >= 150`),
  },
  {
    name: 'average order above 120',
    condition: did('Order Completed', {
      ...{ measure: { of: 'average', property: ['total'] }, operator: 'greater-than', count: 120 },
    }),
    byHand: doers('Order Completed', null, sql`avg(${total}) > 120`),
  },
  {
    name: 'bought of a category',
    condition: did('Order Completed', {
      where: [
        { type: 'test', subject: 'property', path: ['category'], operator: 'equals', value: 'Category 3' },
      ],
    }),
    byHand: doers('Order Completed', null, sql`bool_or(e.properties ->> 'category' = 'Category 3')`),
  },
  {
    name: 'clicked and from Spain',
    condition: { type: 'all', of: [attribute('country', 'equals', 'ES'), did('Email Clicked', days(30))] },
    byHand: both(inSpain, doers('Email Clicked', 30, sql`true`)),
  },
  {
    name: 'viewed and did not buy in a week',
    condition: {
      type: 'all',
      of: [
        did('Product Viewed', days(7)),
        did('Order Completed', { operator: 'equals', count: 0, ...days(7) }),
      ],
    },
    byHand: both(doers('Product Viewed', 7, sql`true`), not('Order Completed', 7)),
  },
  {
    name: 'lapsed buyers',
    condition: {
      type: 'all',
      of: [did('Order Completed'), did('Order Completed', { operator: 'equals', count: 0, ...days(90) })],
    },
    byHand: (workspaceId, now) =>
      doers('Order Completed', null, sql`not bool_or(${since(now, 90)})`)(workspaceId, now),
  },
  {
    name: 'bought or rich in points',
    condition: { type: 'any', of: [did('Order Completed', days(30)), attribute('points', 'at-least', 950)] },
    byHand: (workspaceId, now) => sql`
      (${doers('Order Completed', 30, sql`true`)(workspaceId, now)})
      union (${people(sql`(c.attributes ->> 'points')::numeric >= 950`)(workspaceId)})`,
  },
];

export const typicalConditions: readonly Typical[] = drafts.map((draft) => ({
  ...draft,
  condition: Condition.parse(draft.condition),
}));
