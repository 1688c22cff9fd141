// What a retention report asks of the database: the definition, with the instants at which its periods begin.
import type { SQL } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { RetentionDefinition } from '@/lib/core/retention/definition';
import { cohortStarts, columnsOf } from '@/lib/core/retention/matrix';
import { addPeriods, beginsAt, type PeriodStart, periodOfDate } from '@/lib/core/retention/period';

export interface RetentionQuestion {
  readonly workspaceId: Id<'wsp'>;
  readonly definition: RetentionDefinition;
  /** Only what happened by then is known. */
  readonly asOf: Date;
  /** The period of each cohort; in SQL a cohort is its place here, from 1. */
  readonly starts: readonly PeriodStart[];
  /** When each period begins, from the first cohort's to the one behind the last column's. Before the first is bucket 0. */
  readonly bounds: readonly Date[];
  /** One side of a split. */
  readonly group: RetentionGroup | null;
  /** Of everybody only these: a test of `e.customer_id`. */
  readonly whom?: SQL;
}

export type RetentionGroup =
  | { readonly by: 'segment'; readonly id: Id<'seg'>; readonly at: 'anchor' | 'now' }
  | { readonly by: 'journey'; readonly id: Id<'jrn'> }
  | { readonly by: 'experiment'; readonly id: Id<'exp'>; readonly arm: string };

export function retentionQuestion(
  asked: Pick<RetentionQuestion, 'workspaceId' | 'definition' | 'asOf'>,
  zone: string,
  group: RetentionGroup | null = null,
): RetentionQuestion {
  const { from, unit, cohorts } = asked.definition;
  const farthest = Math.max(...columnsOf(asked.definition).map(({ last }) => last));
  const first = periodOfDate(from, unit);
  const bounds = Array.from(
    { length: cohorts + farthest + 2 },
    (_, index) => new Date(beginsAt(addPeriods(first, unit, index), zone)),
  );
  return { ...asked, starts: cohortStarts(asked.definition), bounds, group };
}
