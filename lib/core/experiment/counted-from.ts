// From when on people of an experiment count: the sending where every arm sends at once, else the split itself.
import { z } from 'zod';
import { Duration, durationMs } from '../duration';
import type { NodeId, Program, Step } from '../engine/program';
import { HOLDOUT_ARM } from './holdout-arm';

/** A message that an arm sends at once. */
interface ArmMessage {
  readonly nodeId: NodeId;
  readonly step: Step;
}

/**
 * send: from the first message of the arm on; whoever is held out is judged as the first arm's message would be.
 * split: because an arm waits, sends nothing, or speaks on another channel, and would be measured over another time or
 * over other people; `leadMs` is how much later the latest arm is expected to send, by its fixed waits.
 */
export type CountedFrom =
  | { readonly kind: 'send'; readonly message: ArmMessage }
  | { readonly kind: 'split'; readonly leadMs: number };

const MOST_STEPS = 200;

const MESSAGES: ReadonlySet<string> = new Set(['send-email', 'send-sms']);
/** Steps that everybody goes through at once, by the one way out. */
const AT_ONCE: ReadonlySet<string> = new Set([
  'join',
  'go-to',
  'set-attribute',
  'tag',
  'emit-event',
  'create-task',
  'start-journey',
]);

const FixedWait = Duration.extend({ mode: z.literal('duration') }).loose();

export function countedFrom(program: Program, nodeId: NodeId): CountedFrom {
  const split = program.steps[nodeId];
  const arms = Object.entries(split?.exits ?? {}).filter(([exit]) => exit !== HOLDOUT_ARM);
  const walks = arms.map(([, first]) => walk(program, first));
  const messages = walks.flatMap(({ message, leadMs }) => (message && leadMs === 0 ? [message] : []));
  const channels = new Set(messages.map(({ step }) => step.type));
  const [message] = messages;
  if (message !== undefined && messages.length === arms.length && channels.size === 1)
    return { kind: 'send', message };
  return { kind: 'split', leadMs: Math.max(0, ...walks.map(({ leadMs }) => leadMs)) };
}

interface Walk {
  /** The first message, where nothing else can happen before it than waits of a fixed length. */
  readonly message: ArmMessage | null;
  readonly leadMs: number;
}

/** Along the only way there is, up to a message, a fork, an end or a wait whose length nobody knows. */
function walk({ steps }: Program, first: NodeId | null): Walk {
  let leadMs = 0;
  let nodeId = first;
  for (let hops = 0; nodeId !== null && hops < MOST_STEPS; hops += 1) {
    const step = steps[nodeId];
    if (step === undefined) break;
    if (MESSAGES.has(step.type)) return { message: { nodeId, step }, leadMs };
    const waitMs = fixedWaitMs(step);
    const exits = Object.values(step.exits);
    if (waitMs === null || exits.length !== 1) break;
    leadMs += waitMs;
    nodeId = exits[0] ?? null;
  }
  return { message: null, leadMs };
}

/** How long everybody stays here (ms); null where that is not the same for all. */
function fixedWaitMs({ type, data }: Step): number | null {
  if (AT_ONCE.has(type)) return 0;
  const wait = type === 'delay' ? FixedWait.safeParse(data) : undefined;
  return wait?.success ? durationMs(wait.data) : null;
}
