// A chore of the engine: turns the tasks that steps asked for into tasks of people. Their texts are rendered outside of any
// transaction, because a template may take its time.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { createTask } from '@/lib/core/nodes/create-task';
import { cutTo } from '@/lib/core/text';
import { parsePayload, variablesFor } from '../channels/payload';
import { oneLine, renderParts } from '../channels/render-parts';
import { now } from '../clock';
import { asSystem, inWorkspace, rows, type Tx } from '../db/transaction';
import { fault } from '../fault';
import { log } from '../log';
import { createTasks, type NewTask } from './create-tasks';

const PORTION = 200;
const LONGEST_TITLE = 300;
const LONGEST_NOTE = 5_000;

interface Asked {
  readonly id: Id<'obx'>;
  readonly key: string;
  readonly journeyId: Id<'jrn'>;
  readonly enrollmentId: Id<'enr'>;
  readonly nodeId: Id<'nod'>;
  readonly payload: JsonObject;
  readonly journeyName: string;
  readonly customerId: Id<'cus'>;
  readonly attributes: JsonObject;
  readonly email: string | null;
  readonly phone: string | null;
}

/** One portion of one workspace. False when no task is asked for. */
export async function giveTasks(): Promise<boolean> {
  const [asking] = await fault('tasks.find', () => asSystem(findAsking));
  if (!asking) return false;
  const { workspaceId } = asking;
  const asked = await fault('tasks.asked', () =>
    inWorkspace(workspaceId, (tx) => findAsked(tx, workspaceId)),
  );
  const tasks = (await Promise.all(asked.map(readTask))).filter((task) => task !== null);
  await fault('tasks.commit', () => inWorkspace(workspaceId, (tx) => give(tx, workspaceId, asked, tasks)));
  return true;
}

function findAsking(tx: Tx): Promise<{ workspaceId: Id<'wsp'> }[]> {
  return rows(
    tx,
    sql`
      select o.workspace_id as "workspaceId" from outbox o
      where o.type = 'create-task' and o.status = 'queued' order by o.due_at limit 1`,
  );
}

function findAsked(tx: Tx, workspaceId: Id<'wsp'>): Promise<Asked[]> {
  const newest = (kind: 'email' | 'phone') => sql`
    (select i.value from identifiers i
     where i.workspace_id = c.workspace_id and i.customer_id = c.id and i.kind = ${kind}
     order by i.created_at desc, i.value limit 1)`;
  return rows<Asked>(
    tx,
    sql`
      select o.id, o.key, o.journey_id as "journeyId", o.enrollment_id as "enrollmentId", o.node_id as "nodeId",
        o.payload, j.name as "journeyName", c.id as "customerId", c.attributes, ${newest('email')} as email,
        ${newest('phone')} as phone
      from outbox o
      join customers c on c.workspace_id = o.workspace_id and c.id = o.customer_id
      join journeys j on j.workspace_id = o.workspace_id and j.id = o.journey_id
      where o.workspace_id = ${workspaceId} and o.type = 'create-task' and o.status = 'queued'
      order by o.due_at, o.id limit ${PORTION}`,
  );
}

/** Null where the row cannot even be read: it is put aside by itself and leaves its neighbours alone. */
async function readTask(one: Asked): Promise<NewTask | null> {
  try {
    return await taskFrom(one);
  } catch (error) {
    log.error({ error, outboxId: one.id }, 'A task cannot be read and was parked');
    return null;
  }
}

/** A text that cannot be put together is given as it was written: the task is worth more than its wording. */
async function taskFrom(one: Asked): Promise<NewTask> {
  const { key, journeyId, enrollmentId, nodeId, customerId, attributes, email, phone } = one;
  const payload = parsePayload(createTask.data, one.payload);
  const { team, title, note } = payload.data;
  const order = {
    customer: { id: customerId, attributes, email, phone },
    journey: { id: journeyId, name: one.journeyName },
    unsubscribeUrl: '',
  };
  const rendered = await renderParts(
    { title: { source: title, into: 'text' }, note: { source: note, into: 'text' } },
    variablesFor(order, payload),
  );
  const texts = rendered.ok ? rendered.value : { title, note };
  return {
    ...{ key, team, customerId, journeyId, enrollmentId, nodeId },
    title: cutTo(oneLine(texts.title), LONGEST_TITLE) || cutTo(title, LONGEST_TITLE),
    note: cutTo(texts.note.trim(), LONGEST_NOTE),
    dueAt: new Date(payload.dueAt),
    at: now(),
  };
}

async function give(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  asked: readonly Asked[],
  tasks: readonly NewTask[],
): Promise<void> {
  await createTasks(tx, workspaceId, tasks);
  const given = new Set(tasks.map(({ key }) => key));
  const ends = asked.map(({ id, key }) => ({ id, status: given.has(key) ? 'done' : 'dead' }));
  await tx.execute(sql`
    update outbox o set status = e.status
    from json_to_recordset(${JSON.stringify(ends)}::json) as e (id text, status text)
    where o.workspace_id = ${workspaceId} and o.id = e.id and o.status = 'queued'`);
}
