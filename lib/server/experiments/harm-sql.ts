// What happened to a person that a guardrail watches, as a condition over the people `f` of a phase.
import { type SQL, sql } from 'drizzle-orm';
import type { Guardrail } from '@/lib/core/experiment/design';
import type { PhaseDesign } from '@/lib/core/experiment/phase-design';
import { type PhaseRef, windowOf } from './phase-ref';

/** Within the window, from when the person counts on. */
export function harmSql(
  { workspaceId, journeyId }: PhaseRef,
  design: PhaseDesign,
  at: Date,
): Readonly<Record<Guardrail, SQL>> {
  const within = (column: SQL) =>
    sql`${column} >= f.t0 and ${column} < f.t0 + ${windowOf(design)} and ${column} <= ${at}`;
  const event = (name: string) => sql`exists (
    select from events e where e.workspace_id = ${workspaceId} and e.customer_id = f.customer_id and e.name = ${name}
      and ${within(sql`e.occurred_at`)})`;
  const optOut = sql`exists (
    select from consents c where c.workspace_id = ${workspaceId} and c.customer_id = f.customer_id
      and c.state = 'opted-out' and ${within(sql`c.at`)})`;
  const failed = sql`exists (
    select from messages m where m.workspace_id = ${workspaceId} and m.customer_id = f.customer_id
      and m.journey_id = ${journeyId} and m.status = 'failed' and ${within(sql`m.created_at`)})`;
  return {
    unsubscribed: sql`(${event('Unsubscribed')} or ${optOut})`,
    complained: event('Email Marked as Spam'),
    bounced: sql`(${event('Email Bounced')} or ${failed})`,
  };
}
