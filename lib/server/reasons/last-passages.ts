// One customer's newest passage through each journey, and what is said about it in short.
import { sql } from 'drizzle-orm';
import type { ShortAnswer } from '@/lib/core/api/why';
import { ReasonCode } from '@/lib/core/engine/reason';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';
import type { VersionRules } from './entry-rules';
import { nodeNames } from './node-names';
import { heldSentence, insideSentence, verdictSentence } from './sentences';

export interface LastPassage {
  readonly journeyId: Id<'jrn'>;
  readonly version: number;
  readonly status: 'waiting' | 'ended' | 'parked';
  readonly nodeId: Id<'nod'> | null;
  readonly wakeAt: Date | null;
  readonly endReason: string | null;
  readonly enteredAt: Date;
  readonly endedAt: Date | null;
  /** Of the decision that ended it. */
  readonly inputs: JsonObject | null;
  readonly timeZone: string;
}

type Said = Pick<ShortAnswer, 'standing' | 'answer' | 'at'>;

/** Open ones before ended ones, newest first. */
export async function lastPassages(
  tx: Tx,
  { workspaceId }: Actor,
  customer: Id<'cus'>,
): Promise<Map<Id<'jrn'>, LastPassage>> {
  const found = await rows<LastPassage>(
    tx,
    sql`
      select distinct on (n.journey_id) n.journey_id as "journeyId", n.version, n.status, n.node_id as "nodeId",
        n.wake_at as "wakeAt", n.end_reason as "endReason", n.entered_at as "enteredAt", n.ended_at as "endedAt",
        d.inputs, w.time_zone as "timeZone"
      from enrollments n
      join workspaces w on w.workspace_id = n.workspace_id
      left join lateral (
        select inputs from decisions d
        where n.status = 'ended' and d.workspace_id = n.workspace_id and d.customer_id = n.customer_id
          and d.enrollment_id = n.id and d.code = n.end_reason
        order by d.seq desc limit 1) d on true
      where n.workspace_id = ${workspaceId} and n.customer_id = ${customer}
      order by n.journey_id, n.status = 'ended', n.entered_at desc, n.id desc`,
  );
  return new Map(found.map((passage) => [passage.journeyId, passage]));
}

/** @param versions of the journey */
export function insideAnswer(passage: LastPassage, versions: readonly VersionRules[]): Said {
  const { status, wakeAt, enteredAt, timeZone } = passage;
  const at = enteredAt.toISOString();
  if (status === 'parked') return { standing: 'inside', answer: heldSentence(endText(passage)), at };
  const node = nodeNames(versions)(passage.version, passage.nodeId) ?? '';
  return { standing: 'inside', answer: insideSentence(node, wakeAt, timeZone), at };
}

export function leftAnswer(passage: LastPassage): Said {
  const at = (passage.endedAt ?? passage.enteredAt).toISOString();
  return { standing: 'left', answer: endText(passage), at };
}

function endText({ endReason, inputs }: LastPassage): string {
  const code = ReasonCode.safeParse(endReason);
  return code.success ? verdictSentence(code.data, inputs ?? {}, []) : (endReason ?? '');
}
