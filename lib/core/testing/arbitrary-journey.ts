// Journeys that compile: every node can be reached, every loop waits, every exit that must lead on does.
import fc from 'fast-check';
import type { NodeId } from '../engine/program';
import type { Edge, JourneyDocument, JourneyNode } from '../journey/document';
import { exitsOf, isEntry, isPaced } from '../journey/graph';
import type { JourneySettings } from '../journey/settings';
import { type NodeType, nodeOf } from '../nodes/registry';
import { soundCondition, soundFactCondition } from './arbitrary-condition';
import { soundData } from './arbitrary-data';
import { arbitraryType } from './arbitrary-document';
import { EVENT_NAMES } from './event-names';

type Draft = Pick<JourneyNode, 'type' | 'data'>;

/** Those that something of these histories can set off; the others have laws of their own. */
const entryTypes = ['event-trigger', 'event-trigger', 'attribute-trigger', 'api-trigger'] as const;

const triggerAmong = (...types: readonly NodeType[]) =>
  fc.constantFrom(...types).chain((type) => soundData[type].map((data): Draft => ({ type, data })));

/** Waits come more often than the rest: they are where engines go wrong. */
const laterType = fc.oneof(
  fc.constantFrom('wait-for-event' as const, 'wait-for-event' as const, 'delay' as const),
  arbitraryType.filter((type) => nodeOf(type).family !== 'entry' && type !== 'exit'),
);

const later = laterType.chain((type) => soundData[type].map((data): Draft => ({ type, data })));

/** Wires the exits by a row of numbers: forward to any later node, or back as well where the node waits. */
function wired(nodes: readonly JourneyNode[], wires: readonly number[]): Edge[] {
  const firstStep = nodes.filter(isEntry).length;
  let used = 0;
  return nodes.flatMap((node, index) => {
    const start = isPaced(node) ? firstStep : Math.max(index + 1, firstStep);
    const targets = nodes.slice(start);
    return exitsOf(node).flatMap(({ id, required }): Edge[] => {
      const choice = (wires[used++ % wires.length] ?? 0) % (required ? targets.length : targets.length + 1);
      const target = targets[choice];
      return target === undefined ? [] : [{ from: node.id, exit: id, to: target.id }];
    });
  });
}

function withoutUnreachable(nodes: readonly JourneyNode[], edges: readonly Edge[]) {
  const reached = new Set<NodeId>(nodes.filter(isEntry).map(({ id }) => id));
  for (const id of reached) {
    for (const edge of edges) if (edge.from === id) reached.add(edge.to);
  }
  return {
    nodes: nodes.filter(({ id }) => reached.has(id)),
    edges: edges.filter(({ from }) => reached.has(from)),
  };
}

const occasion = fc
  .record({
    name: fc.constantFrom('', 'Named'),
    when: fc.constantFrom('event' as const, 'event' as const, 'condition' as const),
    event: fc.constantFrom(...EVENT_NAMES),
    filter: fc.option(soundCondition, { freq: 3 }),
    key: fc.constantFrom<string[] | null>(null, null, ['order']),
    condition: soundFactCondition,
  })
  .map((rule) => ({ ...rule, id: 'r1' }));

/** Most journeys have none; the others at most one goal and one exit rule. */
const arbitrarySettings: fc.Arbitrary<JourneySettings> = fc.record(
  {
    reentry: fc.constantFrom('once' as const, 'after' as const, 'unlimited' as const, 'unlimited' as const),
    reentryAfterDays: fc.constantFrom(1, 2),
    concurrency: fc.constantFrom('by-key' as const, 'one' as const),
    holdoutPercent: fc.constantFrom(0, 0, 50),
    goals: fc
      .array(fc.tuple(occasion, fc.boolean()), { maxLength: 1 })
      .map((goals) => goals.map(([goal, exits]) => ({ ...goal, exits }))),
    exitRules: fc.array(occasion, { maxLength: 1 }),
  },
  { requiredKeys: ['reentry'] },
);

/** One or two triggers, up to eight steps behind them, in any wiring that `compile` lets through. */
function journeyFrom(trigger: fc.Arbitrary<Draft>): fc.Arbitrary<JourneyDocument> {
  const parts = fc.record({
    triggers: fc.array(trigger, { minLength: 1, maxLength: 2 }),
    steps: fc.array(later, { maxLength: 8, size: 'large' }),
    wires: fc.array(fc.nat(20), { minLength: 1, maxLength: 24, size: 'large' }),
    settings: arbitrarySettings,
  });
  return parts.map(({ triggers, steps, wires, settings }) => {
    const drafts: Draft[] = [...triggers, ...steps, { type: 'exit', data: { reason: '' } }];
    // Type and data were drawn together, which a spread of the union does not show.
    const nodes = drafts.map(
      (draft, index) => ({ ...draft, id: `nod_${index + 1}`, name: '' }) as JourneyNode,
    );
    const drawn = withoutUnreachable(nodes, wired(nodes, wires));
    return structuredClone({ format: 1 as const, ...drawn, settings });
  });
}

export const arbitraryJourney = journeyFrom(triggerAmong(...entryTypes));

/** Journeys that begin with coming into a segment or leaving it as well. */
export const memberJourney = journeyFrom(
  fc.oneof(
    triggerAmong(...entryTypes),
    triggerAmong('segment-trigger').map(
      ({ type, data }) => ({ type, data: { ...data, filter: null } }) as Draft,
    ),
  ),
);

/** Journeys that begin by date or schedule as well, most of them for everybody. */
export const timedJourney = journeyFrom(
  fc.oneof(
    triggerAmong(...entryTypes, 'date-trigger', 'schedule-trigger'),
    triggerAmong('date-trigger', 'schedule-trigger').map(
      // Its own data with another filter is data of its own type.
      ({ type, data }) => ({ type, data: { ...data, filter: null } }) as Draft,
    ),
  ),
);
