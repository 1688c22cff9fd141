// Decides what happens to one prepared send: start, hold back, refuse with a reason, or wait. Pure.
import { policy } from '@/lib/core/engine/policy';
import type { ReasonCode } from '@/lib/core/engine/reason';
import type { JsonObject } from '@/lib/core/json';
import type { PolicyVerdict, SendingLimits } from '@/lib/core/policy/policy-facts';
import { channels } from '../channels/registry';
import { PAUSED } from './claim';
import { dueAtOf, kindOf, maxLatenessMs } from './guarantee';
import type { Standing } from './load-standing';
import type { Prepared } from './prepare';

export type Judgement =
  | {
      readonly kind: 'start';
      readonly address: string;
      readonly content: JsonObject;
      readonly inputs: JsonObject;
    }
  | { readonly kind: 'refuse'; readonly code: ReasonCode; readonly inputs: JsonObject }
  /** Not now: queued again for a later moment. */
  | {
      readonly kind: 'hold';
      readonly code: ReasonCode;
      readonly until: number;
      readonly inputs: JsonObject;
    }
  /** Back into the queue as it was, for when the journey goes on. */
  | { readonly kind: 'pause' }
  /** Something changed while it was rendered: prepare it again. */
  | { readonly kind: 'renew' }
  /** It could not be rendered now; counts as an attempt. */
  | { readonly kind: 'try-again'; readonly reason: string };

export function judge(prepared: Prepared, standing: Standing, limits: SendingLimits, at: Date): Judgement {
  const verdict = weigh(prepared, standing, limits, at);
  if (verdict.kind === 'wait') return { ...verdict, kind: 'hold' };
  if (verdict.kind === 'refuse') return verdict.code === PAUSED ? { kind: 'pause' } : verdict;
  const { channel, address, content } = prepared;
  if (!content.ok) {
    const { code, message } = content.refusal;
    if (code === 'try-again') return { kind: 'try-again', reason: message };
    return { kind: 'refuse', code: 'refused-render-failed', inputs: { detail: message } };
  }
  if (address === null || (channel !== 'webhook' && !standing.isTheirs)) return { kind: 'renew' };
  const problem = channels[channel].check(content.value, address);
  if (!problem) return { kind: 'start', address, content: content.value, inputs: verdict.inputs };
  const code = problem.code === 'bad-address' ? 'refused-no-address' : 'refused-render-failed';
  return { kind: 'refuse', code, inputs: { detail: problem.message } };
}

function weigh(
  { row, channel, address }: Prepared,
  standing: Standing,
  limits: SendingLimits,
  at: Date,
): PolicyVerdict {
  const kind = kindOf(row);
  return policy({
    channel,
    kind: kind === 'webhook' ? 'transactional' : kind,
    consent: standing.consent ?? 'not-asked',
    isSuppressed: isSuppressed(standing, kind),
    // A webhook that could not be rendered has no address yet; that it failed to render is the better reason.
    address: channel === 'webhook' ? address || 'unknown' : address,
    journeyState: standing.journeyState,
    dueAt: dueAtOf(row, at),
    now: at.getTime(),
    maxLatenessMs: maxLatenessMs(row),
    limits,
  });
}

/**
 * Who unsubscribed from news still gets the receipt they asked for; a dead or complaining address gets nothing. That they
 * have opted out is the better reason where it is known of them.
 */
function isSuppressed({ suppression, consent }: Standing, kind: ReturnType<typeof kindOf>): boolean {
  if (suppression === 'unsubscribed') return kind !== 'transactional' && consent !== 'opted-out';
  return suppression !== null;
}
