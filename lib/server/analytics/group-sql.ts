// Whether a person, placed in a cohort, belongs to the side of a split that is asked about.
import { type SQL, sql } from 'drizzle-orm';
import type { RetentionQuestion } from './retention-question';

/**
 * Over rows with customer_id, cohort and anchor_at. Members of a segment: when they began, or today. Journeys and arms: who
 * had entered, or was exposed, by the end of their cohort's period; later than that would look into the future.
 */
export function isInGroup({ workspaceId, group, bounds }: RetentionQuestion): SQL {
  if (group === null) return sql`true`;
  const cohortEnd = sql`(${sql.param(bounds.map((bound) => bound.toISOString()))}::timestamptz[])[cohort + 1]`;
  switch (group.by) {
    case 'segment': {
      const ofPerson = sql`workspace_id = ${workspaceId} and segment_id = ${group.id} and customer_id = placed.customer_id`;
      const isMember = (more: SQL) => sql`exists (select from segment_members where ${ofPerson} ${more})`;
      if (group.at === 'now') return isMember(sql``);
      return sql`(${isMember(sql`and entered_at <= anchor_at`)} or exists (
        select from segment_stays where ${ofPerson} and entered_at <= anchor_at and left_at > anchor_at))`;
    }
    case 'journey':
      return sql`exists (
        select from enrollments n where n.workspace_id = ${workspaceId} and n.journey_id = ${group.id}
          and n.customer_id = placed.customer_id and n.entered_at < ${cohortEnd})`;
    case 'experiment':
      return sql`(
        select count(distinct x.arm) = 1 and min(x.arm) = ${group.arm} from exposures x
        where x.workspace_id = ${workspaceId} and x.experiment_id = ${group.id}
          and x.customer_id = placed.customer_id and x.exposed_at < ${cohortEnd})`;
  }
}
