// What must hold after every fault run, asked of the database itself. Each violation is a sentence.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import type { ClientLog } from './client';
import { memberViolations } from './member-check';
import { modelViolations } from './model-check';

export interface FaultRun {
  readonly log: ClientLog;
  /** Accepted mails by Message-ID, as the mail server counted them. */
  readonly mails: ReadonlyMap<string, number>;
  /** Sends that could have been under way at all kills together. */
  readonly mostUnknown: number;
}

export function violations(workspaceId: Id<'wsp'>, run: FaultRun): Promise<string[]> {
  return inWorkspace(workspaceId, async (tx) => [
    ...(await storedViolations(tx, run.log)),
    ...mailViolations(run.mails),
    ...(await sentViolations(tx, run)),
    ...(await sqlViolations(tx)),
    ...(await modelViolations(tx)),
    ...(await memberViolations(tx)),
  ]);
}

/** I1, I5: what a 2xx accepted is stored, nothing else is, in the order of acceptance. */
async function storedViolations(tx: Tx, { accepted, refused }: ClientLog): Promise<string[]> {
  const stored = await rows<{ id: string }>(
    tx,
    sql`select message_id as id from events where type <> 'signal' order by seq`,
  );
  const ids = new Set(stored.map((row) => row.id));
  const lost = [...accepted].filter((id) => !ids.has(id));
  const extra = [...ids].filter((id) => !accepted.has(id));
  const wrong = [...refused.keys()].filter((id) => ids.has(id));
  const rank = new Map(stored.map((row, index) => [row.id, index]));
  const swapped = outOfOrder([...accepted], rank);
  return [
    ...lost.map((id) => `I1 accepted but not stored: ${id}`),
    ...extra.map((id) => `I1 stored but never accepted: ${id}`),
    ...wrong.map((id) => `I1 refused but stored: ${id}`),
    ...swapped.map((id) => `I5 stored out of order: ${id}`),
  ];
}

/** messageIds carry their client (`track-<client>-<n>`): within one client the order sent is the order stored. */
function outOfOrder(sent: readonly string[], rank: ReadonlyMap<string, number>): string[] {
  const newest = new Map<string, number>();
  return sent.filter((id) => {
    const client = id.split('-')[1] ?? '';
    const place = rank.get(id) ?? 0;
    const isSwapped = place < (newest.get(client) ?? -1);
    newest.set(client, Math.max(place, newest.get(client) ?? -1));
    return isSwapped;
  });
}

function mailViolations(mails: ReadonlyMap<string, number>): string[] {
  const twice = [...mails].filter(([, count]) => count > 1);
  return twice.map(([id, count]) => `I2 mail accepted ${count} times: ${id}`);
}

/** I2, P8a: every mail called sent arrived once; a mail that arrived is sent or unknown; unknowns are few. */
async function sentViolations(tx: Tx, { mails, mostUnknown }: FaultRun): Promise<string[]> {
  const messages = await rows<{ id: string; mail: string | null; status: string }>(
    tx,
    sql`select id, provider_message_id as mail, status from messages where channel = 'email'`,
  );
  const sent = messages.filter((message) => message.status === 'sent');
  const unknown = messages.filter((message) => message.status === 'unknown');
  const missing = sent.filter((message) => !mails.has(message.mail ?? ''));
  const strays = mails.size - sent.length > unknown.length;
  return [
    ...missing.map((message) => `I2 called sent but never arrived: ${message.id}`),
    ...(strays
      ? [`I2 ${mails.size} mails arrived for ${sent.length} sent and ${unknown.length} unknown`]
      : []),
    ...(unknown.length > mostUnknown
      ? [`P8a ${unknown.length} unknown sends, at most ${mostUnknown} explained`]
      : []),
  ];
}

const rules: Record<string, ReturnType<typeof sql>> = {
  'I3 an event enrolled twice': sql`
    select journey_id || ' ' || (trigger ->> 'messageId') as what from enrollments group by 1 having count(*) > 1`,
  'I4 entered a once-only journey twice': sql`
    select e.customer_id as what from enrollments e
    join journey_versions v on v.workspace_id = e.workspace_id and v.journey_id = e.journey_id and v.version = e.version
    where v.program ->> 'reentry' = 'once' group by e.journey_id, e.customer_id having count(*) > 1`,
  'I6 a wait ended early': sql`
    select o.enrollment_id as what from decisions s
    join decisions o on o.workspace_id = s.workspace_id and o.enrollment_id = s.enrollment_id and o.node_id = s.node_id
    where (s.code, o.code) in (('wait-started', 'wait-timed-out'), ('delay-started', 'delay-over'))
      and o.at < to_timestamp((s.inputs ->> 'until')::bigint / 1000.0)`,
  'I7 an enrollment is idle': sql`
    select id as what from enrollments where status = 'waiting' and wake_at is null`,
  'I7 an outbox row is idle': sql`
    select id as what from outbox where status in ('queued', 'started')`,
  'I7 an event was not worked': sql`
    select e.message_id as what from events e
    join lanes l on l.workspace_id = e.workspace_id and l.lane = e.lane where e.seq > l.cursor`,
  'I14 a count differs from its rows': sql`
    select c.node_id as what from (
      select journey_id, node_id, sum(passed) as passed from node_counts group by 1, 2
    ) c join (
      select journey_id, node_id, count(*) as entered from decisions where code = 'entered' group by 1, 2
    ) d on d.journey_id = c.journey_id and d.node_id = c.node_id where c.passed <> d.entered`,
};

/** Of any workspace, whatever its journeys are. */
export async function sqlViolations(tx: Tx): Promise<string[]> {
  const found: string[] = [];
  for (const [rule, query] of Object.entries(rules)) {
    for (const row of await rows<{ what: string }>(tx, query)) found.push(`${rule}: ${row.what}`);
  }
  return found;
}
