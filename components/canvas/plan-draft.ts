// A publish plan as it is being chosen: one choice per step that changes under people, and one for everybody else. Pure.
import type { PublishPreview } from '@/lib/core/api/version';
import type { NodeId } from '@/lib/core/engine/program';
import type { JourneyDocument, JourneyNode } from '@/lib/core/journey/document';
import { isEntry } from '@/lib/core/journey/graph';
import type { NodeChoice, PublishPlan } from '@/lib/core/journey/publish-plan';

/** `keep` moves people to the same step of the new version, `move` to another one. */
const planChoices = ['stay', 'keep', 'move', 're-time', 'exit'] as const;
export type PlanChoice = (typeof planChoices)[number];

export interface NodeDraft {
  readonly choice: PlanChoice;
  readonly to: NodeId | null;
  readonly spreadHours: number;
}

export interface PlanDraft {
  readonly nodes: Readonly<Record<NodeId, NodeDraft>>;
  readonly others: PublishPlan['others'];
}

type Touched = PublishPreview['nodes'][number];

export const blankPlan: PlanDraft = { nodes: {}, others: 'move' };

const byDefault: NodeDraft = { choice: 'stay', to: null, spreadHours: 0 };

export function draftAt({ nodes }: PlanDraft, nodeId: NodeId): NodeDraft {
  return nodes[nodeId] ?? byDefault;
}

/** The steps of the new drawing that people can be put at. */
export function targetsIn({ nodes }: JourneyDocument): JourneyNode[] {
  return nodes.filter((node) => !isEntry(node));
}

export function choicesFor({ step, canRetime }: Touched, targets: readonly JourneyNode[]): PlanChoice[] {
  const isPossible: Record<PlanChoice, boolean> = {
    stay: true,
    keep: step === 'changed',
    move: targets.length > 0,
    're-time': canRetime,
    exit: true,
  };
  return planChoices.filter((choice) => isPossible[choice]);
}

function choiceOf(nodeId: NodeId, { choice, to, spreadHours }: NodeDraft): NodeChoice {
  if (choice === 'keep') return { nodeId, choice: 'move', spreadHours: 0 };
  if (choice === 'move') return { nodeId, choice, spreadHours, ...(to !== null && { to }) };
  if (choice === 're-time') return { nodeId, choice, spreadHours };
  return { nodeId, choice };
}

/** The plan to send: what was chosen for steps that still hold people. */
export function planOf({ nodes, others }: PlanDraft): PublishPlan {
  // Keys of this record are node ids, which Object.entries widens to text.
  const entries = Object.entries(nodes) as [NodeId, NodeDraft][];
  return { nodes: entries.map(([nodeId, draft]) => choiceOf(nodeId, draft)), others };
}
