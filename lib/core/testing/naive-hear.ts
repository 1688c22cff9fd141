// What each node of a drawing listens to, as its description says: who is let in by a happening, who is moved on.

import type { Condition } from '../condition/condition';
import { leavesOf } from '../condition/condition';
import type { CustomerEvent } from '../engine/customer-event';
import type { JourneyNode } from '../journey/document';
import type { NodeType } from '../nodes/registry';
import { asksRecord } from './naive-records';
import { naiveSignals } from './naive-signals';

/** Something that happens to a customer; `origin` tells it apart from everything else. */
export type Happening = Omit<CustomerEvent, 'seq'> & { readonly origin: string; readonly depth: number };

/** A filter that must hold, and where the key is; null where the node does not listen to this at all. */
export interface Heard {
  readonly filter: Condition | null;
  readonly key: readonly string[] | null;
  readonly acceptsLate: boolean;
}

type Hear = (node: JourneyNode, event: Happening) => readonly Heard[];

const isDone = ({ type }: Happening) => type !== 'signal';

/** By type: by what a trigger lets somebody in, and by what a wait ends. What is not listed hears nothing. */
const hearing: {
  readonly [Type in NodeType]?: (
    node: Extract<JourneyNode, { type: Type }>,
    event: Happening,
  ) => readonly Heard[];
} = {
  'event-trigger': ({ data }, event) => (isDone(event) && data.event === event.name ? [data] : []),
  ...naiveSignals,
  'wait-for-event': ({ data }, event) =>
    [data, ...data.orEvents]
      .filter((one) => isDone(event) && one.event === event.name)
      .map(({ filter, key }) => ({ filter, key, acceptsLate: true })),
};

/** All the ways in which a node hears this. */
export const hears: Hear = (node, event) => {
  // The entry at a node's type takes just that node; TypeScript cannot follow the pairing through the union.
  const hear = hearing[node.type] as Hear | undefined;
  return hear?.(node, event) ?? [];
};

/** Whether a condition could have come true by this: it asks about this event, this attribute or this segment. */
export function concerns(condition: Condition, { type, name, properties }: Happening): boolean {
  return leavesOf(condition).some((leaf) => {
    const asksAttribute = (leaf.type === 'test' || leaf.type === 'date') && leaf.subject === 'attribute';
    const isOfBoth = leaf.type === 'sequence' && [leaf.first.event, leaf.next.event].includes(name);
    if (type !== 'signal') return isOfBoth || (leaf.type === 'event' && leaf.event === name);
    if (name === 'attribute-changed') return asksAttribute && leaf.path[0] === properties.attribute;
    if (name === 'record-changed') return asksRecord(leaf, String(properties.record));
    const isSegments = name === 'segment-entered' || name === 'segment-left';
    return isSegments && leaf.type === 'segment' && leaf.segmentId === properties.segment_id;
  });
}
