// What steps of the family “data” do in the naive model, written from their descriptions.
import type { JsonObject } from '../json';
import { after, type Here, type NodeOf, payload, type Seen } from './naive-arrival';

const HOUR = 3_600_000;

function setAttribute({ data }: NodeOf<'set-attribute'>, { facts }: Here): Seen {
  const { attribute, mode, value } = data;
  const written = (to: typeof value): Seen => ({
    code: 'attribute-set',
    exit: 'next',
    inputs: { attribute, value: to },
    set: { [attribute]: to },
  });
  if (mode === 'set') return written(value);
  if (mode === 'unset') {
    return { code: 'attribute-removed', exit: 'next', inputs: { attribute }, set: { [attribute]: null } };
  }
  const has = facts.attributes[attribute];
  if (has === undefined) return written(value);
  if (typeof has === 'number' && typeof value === 'number') return written(has + value);
  return { code: 'attribute-unfit', exit: 'next', inputs: { attribute, value: has } };
}

function tag({ data }: NodeOf<'tag'>, { facts }: Here): Seen {
  const { tags } = facts.attributes;
  if (tags !== undefined && !Array.isArray(tags)) {
    return { code: 'tags-unfit', exit: 'next', inputs: { tag: data.tag, tags } };
  }
  const list = [...(tags ?? [])];
  const inputs = { tag: data.tag };
  if (data.action === 'add') {
    if (!list.includes(data.tag)) list.push(data.tag);
    return { code: 'tag-added', exit: 'next', inputs, set: { tags: list } };
  }
  return { code: 'tag-removed', exit: 'next', inputs, set: { tags: list.filter((one) => one !== data.tag) } };
}

function emitEvent({ data }: NodeOf<'emit-event'>, { enrollment }: Here): Seen {
  const properties: JsonObject = {};
  for (const { name, value, path } of data.properties) {
    const [from] = path;
    const copied = from === undefined ? value : enrollment.trigger.properties[from];
    if (copied !== undefined) properties[name] = copied;
  }
  const emit = { kind: 'event', name: data.name, properties } as const;
  return { code: 'event-emitted', exit: 'next', inputs: { event: data.name }, emit };
}

/** Nobody answers in the naive model: what is asked for times out. */
function asking(code: Seen['code'], late: Seen['code'], exit: string, ms: number) {
  return (command: NonNullable<Seen['command']>, { cause, now }: Here): Seen => {
    if (cause === 'due') return { code: late, exit, inputs: {} };
    return { code, inputs: {}, wakeAt: now + ms, command };
  };
}

const askWebhook = asking('webhook-asked', 'webhook-unanswered', 'failed', 77 * HOUR);
const askCoupon = asking('coupon-asked', 'coupon-unanswered', 'none-left', HOUR);

export const naiveData = {
  'set-attribute': setAttribute,
  tag,
  'emit-event': emitEvent,
  'call-webhook': (node: NodeOf<'call-webhook'>, here: Here): Seen => {
    const command = { type: 'call-webhook', payload: payload(node.data, here) } as const;
    if (node.data.capture !== null) return askWebhook(command, here);
    return { code: 'webhook-queued', exit: 'next', inputs: {}, command };
  },
  'issue-coupon': ({ data: { poolId } }: NodeOf<'issue-coupon'>, here: Here): Seen =>
    askCoupon({ type: 'issue-coupon', payload: { poolId } }, here),
  'create-task': ({ data }: NodeOf<'create-task'>, here: Here): Seen => {
    const { team, title, note, dueIn } = data;
    const dueAt = after(here.now, dueIn);
    const asked = { ...payload({ team, title, note }, here), dueAt };
    return {
      code: 'task-created',
      exit: 'next',
      inputs: { team, until: dueAt },
      command: { type: 'create-task', payload: asked },
    };
  },
};
