// Waits until nothing is pending or due: for time travel, where the caller wants to see the end of what it caused.
import { sql } from 'drizzle-orm';
import { now } from '../clock';
import { asSystem, rows } from '../db/transaction';
import { wake } from '../wake';

const LOOK_MS = 50;
const LIMIT_MS = 60_000;

/** True when all work is done, false when some was still left after a minute. */
export async function settle(): Promise<boolean> {
  const deadline = performance.now() + LIMIT_MS;
  while (performance.now() < deadline) {
    wake('engine');
    wake('sender');
    if (!(await isBusy())) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return false;
}

async function isBusy(): Promise<boolean> {
  const at = now();
  const [row] = await asSystem((tx) =>
    rows<{ isBusy: boolean }>(
      tx,
      sql`
        select exists (
          select from lanes l join events e on e.workspace_id = l.workspace_id and e.lane = l.lane and e.seq > l.cursor
        ) or exists (
          select from enrollments n
          join journeys j on j.workspace_id = n.workspace_id and j.id = n.journey_id and j.state = 'live'
          where n.status = 'waiting' and n.wake_at <= ${at}
        ) or exists (
          select from appointments a
          join journeys j on j.workspace_id = a.workspace_id and j.id = a.journey_id and j.state = 'live'
          where a.due_at <= ${at}
        ) or exists (
          select from segment_dues d where d.due_at <= ${at}
        ) or exists (
          select from segment_due_lists q where q.due_at <= ${at}
        ) or exists (
          select from segments s where s.fill_lane < 16
        ) or exists (
          select from sweeps s
          join journeys j on j.workspace_id = s.workspace_id and j.id = s.journey_id
            and j.state = 'live' and j.live_version = s.version
          where s.ended_at is null and s.starts_at <= ${at}
        ) or exists (
          select from product_changes c where c.handled_at is null
        ) or exists (
          select from experiment_phases p where p.next_look_at <= ${at} or p.outcome ->> 'by' = ''
        ) or exists (
          select from entry_lists l
          join journeys j on j.workspace_id = l.workspace_id and j.id = l.journey_id
          where l.ended_at is null and l.total > 0 and j.state in ('live', 'archived')
        ) or exists (
          select from outbox o join journeys j on j.workspace_id = o.workspace_id and j.id = o.journey_id
          where j.state <> 'paused' and (o.status = 'queued' and o.due_at <= ${at} or o.status = 'started')
        ) as "isBusy"`,
    ),
  );
  return row?.isBusy ?? false;
}
