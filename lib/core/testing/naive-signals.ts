// What the entries by signal listen to in the naive model, each as its description says.
import type { JourneyNode } from '../journey/document';
import type { NodeType } from '../nodes/registry';
import type { Happening, Heard } from './naive-hear';

type NodeOf<Type extends NodeType> = Extract<JourneyNode, { type: Type }>;
type Signals = 'segment' | 'attribute' | 'date' | 'schedule' | 'catalogue' | 'api' | 'list';

const nothing: readonly Heard[] = [];

function heardIf(
  isMeant: boolean,
  { filter = null, key = null }: Partial<Pick<Heard, 'filter' | 'key'>> = {},
): readonly Heard[] {
  return isMeant ? [{ filter, key, acceptsLate: true }] : nothing;
}

const isSignal = ({ type, name }: Happening, wanted: string) => type === 'signal' && name === wanted;

function isChange(
  { change, value }: NodeOf<'attribute-trigger'>['data'],
  { properties }: Happening,
): boolean {
  const { from, to } = properties;
  if (change === 'to') return to === value;
  if (change === 'from') return from === value;
  if (change === 'set') return from === null;
  if (change === 'removed') return to === null;
  return true;
}

export const naiveSignals: {
  readonly [Kind in Signals as `${Kind}-trigger`]: (
    node: NodeOf<`${Kind}-trigger`>,
    event: Happening,
  ) => readonly Heard[];
} = {
  'segment-trigger': ({ data }, event) => {
    const { segment_id } = event.properties;
    return heardIf(isSignal(event, `segment-${data.on}`) && segment_id === data.segmentId, data);
  },
  'attribute-trigger': ({ data }, event) => {
    const isOwn = isSignal(event, 'attribute-changed') && event.properties.attribute === data.attribute;
    return heardIf(isOwn && isChange(data, event), data);
  },
  'date-trigger': ({ data }, event) => heardIf(isSignal(event, 'appointment'), data),
  'schedule-trigger': ({ data }, event) => heardIf(isSignal(event, 'appointment'), data),
  'catalogue-trigger': ({ data: { kind, minDropPercent } }, event) => {
    const { kind: changed, drop_percent } = event.properties;
    const drop = typeof drop_percent === 'number' ? drop_percent : 0;
    const isBigEnough = kind !== 'price-drop' || minDropPercent === 0 || drop >= minDropPercent;
    return heardIf(isSignal(event, 'product-changed') && changed === kind && isBigEnough);
  },
  'api-trigger': ({ data }, event) => heardIf(isSignal(event, 'api-call'), data),
  'list-trigger': ({ data }, event) => heardIf(isSignal(event, 'list-entry'), data),
};

/** The attributes whose changes a node wants to hear of. */
export function naivelyWatched(node: JourneyNode): string[] {
  if (node.type === 'attribute-trigger') return [node.data.attribute];
  return node.type === 'date-trigger' ? [node.data.attribute, 'timezone'] : [];
}
