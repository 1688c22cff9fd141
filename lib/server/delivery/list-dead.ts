// The dead letters: sends that were given up, with what was wrong, newest first.
import { sql } from 'drizzle-orm';
import type { Command } from '@/lib/core/engine/enrollment';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';

const MOST = 200;

export interface DeadLetter {
  readonly id: Id<'obx'>;
  readonly type: Command['type'];
  readonly customerId: Id<'cus'>;
  readonly journeyId: Id<'jrn'>;
  readonly journeyName: string;
  readonly nodeId: Id<'nod'>;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly dueAt: Date;
}

export function listDead({ workspaceId }: Actor): Promise<DeadLetter[]> {
  return inWorkspace(workspaceId, (tx) =>
    rows<DeadLetter>(
      tx,
      sql`
        select o.id, o.type, o.customer_id as "customerId", o.journey_id as "journeyId", j.name as "journeyName",
          o.node_id as "nodeId", o.attempts, o.last_error as "lastError", o.due_at as "dueAt"
        from outbox o join journeys j on j.workspace_id = o.workspace_id and j.id = o.journey_id
        where o.workspace_id = ${workspaceId} and o.status = 'dead'
        order by o.due_at desc, o.id desc limit ${MOST}`,
    ),
  );
}
