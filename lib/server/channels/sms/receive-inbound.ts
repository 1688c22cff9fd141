// A text message from a customer: a wish to hear no more is obeyed at once, and every message becomes an event.
import { eq } from 'drizzle-orm';
import { workspaces } from '@/drizzle/schema';
import { now } from '../../clock';
import { inWorkspace, type Tx } from '../../db/transaction';
import { optOut } from '../../delivery/opt-out';
import { fault } from '../../fault';
import { normalPhone } from '../../ingest/address';
import { storeEvents } from '../../ingest/store-events';
import { wording } from '../wording';
import { keepCall } from './keep-call';
import { isStopWord } from './stop-words';
import type { TwilioCall } from './twilio-call';

/** The text to answer with, or null for silence. */
export async function receiveInbound({ workspaceId, form }: TwilioCall): Promise<string | null> {
  const { MessageSid: sid = '', From: from = '', Body: text = '', OptOutType: optOutType = '' } = form;
  const phone = normalPhone(from);
  if (!sid || !phone) return null;
  const callId = `inbound:${sid}`;
  const isStop = optOutType === 'STOP' || isStopWord(text);
  const answer = await fault('sender.inbound', () =>
    inWorkspace(workspaceId, async (tx) => {
      const isNew = await keepCall(tx, { workspaceId, callId, providerMessageId: null, form });
      return isNew && isStop ? stop(tx, workspaceId, phone, callId, optOutType) : null;
    }),
  );
  const properties = { text, to: form.To ?? '', isStop };
  const event = {
    type: 'track',
    event: 'SMS Received',
    messageId: callId,
    properties,
    context: { traits: { phone } },
  };
  await storeEvents(workspaceId, 'twilio', [event], now());
  return answer;
}

/** One confirmation, without a word of marketing; none where Twilio itself has sent one already. */
async function stop(
  tx: Tx,
  workspaceId: TwilioCall['workspaceId'],
  phone: string,
  callId: string,
  optOutType: string,
): Promise<string | null> {
  const { isNew } = await optOut(tx, {
    workspaceId,
    channel: 'sms',
    address: phone,
    customerId: null,
    reason: 'stop',
    source: 'sms-stop',
    proof: { call: callId },
  });
  if (!isNew || optOutType !== '') return null;
  const [workspace] = await tx.select().from(workspaces).where(eq(workspaces.workspaceId, workspaceId));
  return wording(workspace?.locale ?? 'en')('sms.stopped', { brand: workspace?.name ?? '' });
}
