// A condition as a predicate over `customers c`: the twin of `evaluate`, for all customers at once.
import { type SQL, sql } from 'drizzle-orm';
import {
  type Condition,
  isGroup,
  type Leaf,
  type ProductTest,
  type SampleTest,
  type SegmentTest,
} from '@/lib/core/condition/condition';
import { boundOf, saltOf } from '@/lib/core/condition/sample-test';
import { dateTestSql } from './date-sql';
import { eventTestsSql } from './event-sql';
import { portionSql } from './portion-sql';
import { armTestSql, consentTestSql, journeyTestSql, messageTestSql } from './record-sql';
import type { Selection } from './selection';
import { sequenceTestSql } from './sequence-sql';
import { signs } from './signs';
import { FAILS, HOLDS, valueTestSql } from './value-sql';

function segmentSql({ segmentId, isMember }: SegmentTest, { workspaceId }: Selection): SQL {
  if (segmentId === null) return FAILS;
  return sql`${isMember ? sql`exists` : sql`not exists`} (
    select from segment_members m
    where m.workspace_id = ${workspaceId} and m.segment_id = ${segmentId} and m.customer_id = c.id)`;
}

/** One product for everybody: the database looks it up once. */
function productSql({ sku, path, field, operator, value }: ProductTest, { workspaceId }: Selection): SQL {
  if (sku === '' || path.length > 0) return FAILS;
  return sql`exists (
    select from products p
    where p.workspace_id = ${workspaceId} and p.sku = ${sku}
      and p.${sql.identifier(field)} ${signs[operator]} ${value}::numeric)`;
}

function sampleSql(test: SampleTest): SQL {
  return sql`md5(${saltOf(test)}::text || c.id) collate "C" < ${boundOf(test)}`;
}

function leafSql(leaf: Leaf, selection: Selection): SQL {
  switch (leaf.type) {
    case 'test':
      // No event is at hand, and no journey has kept anything.
      return valueTestSql(leaf, leaf.subject === 'attribute' ? sql`c.attributes` : sql`'{}'::jsonb`);
    case 'event':
      return eventTestsSql([leaf], selection);
    case 'date':
      return dateTestSql(leaf, selection);
    case 'sequence':
      return sequenceTestSql(leaf, selection);
    case 'consent':
      return consentTestSql(leaf, selection);
    case 'journey':
      return journeyTestSql(leaf, selection);
    case 'message':
      return messageTestSql(leaf, selection);
    case 'arm':
      return armTestSql(leaf, selection);
    case 'sample':
      return sampleSql(leaf);
    case 'segment':
      return segmentSql(leaf, selection);
    case 'product':
      return productSql(leaf, selection);
  }
}

/** Tests of events are asked together, so that those of one name need one pass. */
function allSql(of: readonly Condition[], selection: Selection): SQL {
  const deeds = of.filter((part) => part.type === 'event');
  const others = of.filter((part) => part.type !== 'event').map((part) => predicate(part, selection));
  const parts = [...others, ...(deeds.length > 0 ? [eventTestsSql(deeds, selection)] : [])];
  if (parts.length === 0) return HOLDS;
  return sql.join(
    parts.map((part) => sql`(${part})`),
    sql` and `,
  );
}

function predicate(condition: Condition, selection: Selection): SQL {
  if (!isGroup(condition)) return leafSql(condition, selection);
  if (condition.type === 'all') return allSql(condition.of, selection);
  const parts = condition.of.map((part) => sql`(${predicate(part, selection)})`);
  if (condition.type === 'any') return parts.length === 0 ? FAILS : sql.join(parts, sql` or `);
  return parts.length === 0
    ? HOLDS
    : sql.join(
        parts.map((part) => sql`not ${part}`),
        sql` and `,
      );
}

/**
 * Who fulfils the condition, to be used as `from customers c where …`: customers of the workspace who have not become
 * part of another one, and for whom `evaluate` says yes outside of any journey, with no event at hand.
 */
export function conditionSql(condition: Condition, selection: Selection): SQL {
  const { workspaceId } = selection;
  const parts = [
    sql`c.workspace_id = ${workspaceId} and c.merged_into is null`,
    ...portionSql(selection, sql`c.id`),
    sql`(${predicate(condition, selection)})`,
  ];
  return sql`(${sql.join(parts, sql` and `)})`;
}
