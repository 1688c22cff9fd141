// Every request this product makes to somebody else goes through here: checked destination, pinned address, hard limits.
import { fault } from '../fault';
import { checkDestination } from './check-destination';
import { type Answered, dispatch, type Failed, type OutgoingRequest } from './dispatch';
import { withHostSlot } from './host-slots';
import { type OutgoingRules, outgoingRules } from './rules';

/** The destination was judged forbidden or unknown: no socket was opened. */
interface Refused {
  readonly kind: 'refused';
  readonly code: string;
  readonly detail: string;
}

export type OutgoingOutcome = Answered | Failed | Refused;

export interface Means {
  readonly rules: OutgoingRules;
  readonly dispatch: typeof dispatch;
}

export async function sendRequest(
  request: OutgoingRequest,
  means: Means = { rules: outgoingRules(), dispatch },
): Promise<OutgoingOutcome> {
  const destination = await checkDestination(request.url, means.rules);
  if (!destination.ok) {
    const { code, message } = destination.refusal;
    return { kind: 'refused', code, detail: message };
  }
  return withHostSlot(destination.value.url.host, () =>
    fault('outgoing.request', () => means.dispatch(destination.value, request)),
  );
}
