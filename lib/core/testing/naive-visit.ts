// What each node does in the naive model, written from its description and not from its `step`.
import type { JourneyNode } from '../journey/document';
import type { NodeType } from '../nodes/registry';
import { type Here, type NodeOf, payload, type Seen } from './naive-arrival';
import { naiveData } from './naive-data';
import { naiveEntries } from './naive-entries';
import { naiveFlow } from './naive-flow';

function send(node: NodeOf<'send-email'> | NodeOf<'send-sms'>, here: Here): Seen {
  const lateMs = here.now - here.dueAt;
  if (lateMs > node.data.maxLatenessHours * 3_600_000) {
    return { code: 'send-expired', exit: 'next', inputs: { dueAt: here.dueAt, lateMs } };
  }
  const command = { type: node.type, payload: payload(node.data, here) };
  return { code: 'message-queued', exit: 'next', inputs: {}, command };
}

const visits: { readonly [Type in NodeType]: (node: NodeOf<Type>, here: Here) => Seen } = {
  'event-trigger': ({ data }) => ({ code: 'entered', exit: 'next', inputs: { event: data.event } }),
  ...naiveEntries,
  ...naiveFlow,
  ...naiveData,
  'send-email': send,
  'send-sms': send,
};

export function visit(node: JourneyNode, here: Here): Seen {
  // The entry at a node's type takes just that node; TypeScript cannot follow the pairing through the union.
  const explain = visits[node.type] as (node: JourneyNode, here: Here) => Seen;
  return explain(node, here);
}
