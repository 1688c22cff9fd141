// Members of one or two segments by the values of an attribute.
import { type SQL, sql } from 'drizzle-orm';
import type { CompositionQuery, SegmentComposition } from '@/lib/core/api/segment-charts';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';
import { refusal } from '../refusal';
import { namedSegments } from './named-segments';

const MOST_VALUES = 12;

interface Row {
  readonly segmentId: Id<'seg'>;
  /** Null where the attribute is not known. */
  readonly value: string | number | boolean | null;
  readonly isScalar: boolean;
  readonly people: number;
}

type Entry = SegmentComposition['data'][number];

export function segmentComposition(
  { workspaceId }: Actor,
  { segments: ids, attribute }: CompositionQuery,
): Promise<Result<SegmentComposition>> {
  return inWorkspace(workspaceId, async (tx) => {
    const segments = await namedSegments(tx, workspaceId, ids);
    if (!segments) return refusal('not-found');
    const value = attribute.reduce<SQL>((held, key) => sql`(${held} -> ${key}::text)`, sql`c.attributes`);
    const found = await rows<Row>(
      tx,
      sql`
        select "segmentId", value, coalesce(jsonb_typeof(value) not in ('array', 'object'), true) as "isScalar",
          count(*) as people
        from (
          select m.segment_id as "segmentId", nullif(${value}, 'null'::jsonb) as value
          from segment_members m
          join customers c on c.workspace_id = m.workspace_id and c.id = m.customer_id
          where m.workspace_id = ${workspaceId} and m.segment_id = any (${sql.param(ids)}::text[])
        ) members
        group by "segmentId", value
        order by people desc, value`,
    );
    return ok({ segments, data: entriesOf(found, ids) });
  });
}

function entriesOf(found: readonly Row[], ids: readonly Id<'seg'>[]): Entry[] {
  const scalars = found.filter(({ value, isScalar }) => value !== null && isScalar);
  const values = [...new Set(scalars.map(({ value }) => value))].slice(0, MOST_VALUES);
  const counted = (isMeant: (row: Row) => boolean) =>
    ids.map((id) =>
      found
        .filter((row) => row.segmentId === id && isMeant(row))
        .reduce((sum, { people }) => sum + people, 0),
    );
  const named = values.map(
    (value): Entry => ({
      ...{ value, kind: 'value' },
      people: counted((row) => row.isScalar && row.value === value),
    }),
  );
  const rest: Entry[] = [
    {
      ...{ value: null, kind: 'other' },
      people: counted((row) => row.value !== null && !(row.isScalar && values.includes(row.value))),
    },
    { value: null, kind: 'unknown', people: counted((row) => row.value === null) },
  ];
  return [...named, ...rest.filter(({ people }) => people.some((count) => count > 0))];
}
