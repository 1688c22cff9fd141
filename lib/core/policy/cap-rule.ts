// Frequency caps: marketing that would be too much is skipped or waits for a free place.
import type { JsonObject } from '../json';
import { type CapState, capState, doesCount } from './frequency-cap';
import { hold } from './hold';
import { isMarketing } from './objections';
import type { LimitedFacts, PolicyVerdict } from './policy-facts';

/** How soon it is looked again whether a message that goes first has gone. */
const LOOK_AGAIN_MS = 1_000;

interface Reached extends CapState {
  readonly freeAt: number;
}

export function capRule(facts: LimitedFacts): PolicyVerdict | null {
  const states = capStates(facts);
  const reached = states.filter((state): state is Reached => state.freeAt !== null);
  const skipping = reached.find(({ cap }) => cap.whenReached === 'skip');
  if (skipping) return { kind: 'refuse', code: 'refused-capped', inputs: capInputs(skipping) };
  const [last] = [...reached].sort((a, b) => b.freeAt - a.freeAt);
  if (last) return hold(facts, 'held-by-cap', last.freeAt, 'refused-capped', capInputs(last));
  const contested = states.find((state) => isContested(facts, state));
  if (!contested) return null;
  const again = facts.now + LOOK_AGAIN_MS;
  return hold(facts, 'held-for-priority', again, 'refused-capped', capInputs(contested));
}

/** The caps that count this message, and where they stand. Transactional messages are counted by none. */
export function capStates(facts: LimitedFacts): CapState[] {
  if (!isMarketing(facts)) return [];
  const { rules, category, history } = facts.limits;
  return rules.caps
    .filter((cap) => doesCount(cap, { channel: facts.channel, category }))
    .map((cap) => capState(cap, history, facts.now));
}

/** Whether the places that are left are those of messages that go first. */
function isContested({ limits: { ahead } }: LimitedFacts, { cap, sent }: CapState): boolean {
  return sent + ahead.filter((message) => doesCount(cap, message)).length >= cap.limit;
}

export function capInputs({ cap, sent }: CapState): JsonObject {
  const { name, limit, perHours } = cap;
  return { cap: name, limit, sent, perHours };
}
