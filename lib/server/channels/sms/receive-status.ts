// A status call from Twilio: kept once, moves its message forward, and becomes an event of the customer.
import { MESSAGE_SENT } from '@/lib/core/condition/record-keys';
import type { Id } from '@/lib/core/id';
import { now } from '../../clock';
import { inWorkspace } from '../../db/transaction';
import { applyStatusCalls, lockProviderMessages } from '../../delivery/provider-status';
import { fault } from '../../fault';
import { storeEvents } from '../../ingest/store-events';
import { tellRecords } from '../../signals/tell-records';
import { watchRecords } from '../../signals/watch-records';
import type { StatusReport } from '../channel';
import { keepCall } from './keep-call';
import { twilio } from './twilio';
import type { TwilioCall } from './twilio-call';

const EVENTS = new Map<StatusReport['status'], string>([
  ['delivered', 'SMS Delivered'],
  ['failed', 'SMS Failed'],
]);

export async function receiveStatus({ workspaceId, form }: TwilioCall): Promise<void> {
  const report = twilio.readStatus?.(form);
  if (!report) return;
  const { providerMessageId, status } = report;
  const callId = `status:${providerMessageId}:${status}`;
  await fault('sender.status', () =>
    inWorkspace(workspaceId, async (tx) => {
      const watched = await watchRecords(tx, workspaceId, (key) => key === MESSAGE_SENT);
      await lockProviderMessages(tx, workspaceId, [providerMessageId]);
      const isNew = await keepCall(tx, { workspaceId, callId, providerMessageId, form });
      if (!isNew) return;
      await tellRecords(
        tx,
        workspaceId,
        watched,
        await applyStatusCalls(tx, workspaceId, [providerMessageId]),
      );
    }),
  );
  await storeStatusEvent(workspaceId, callId, form, report);
}

/** Its message id is the call's, so that a repeated call is no second event. */
async function storeStatusEvent(
  workspaceId: Id<'wsp'>,
  messageId: string,
  form: TwilioCall['form'],
  { status, reason, providerMessageId }: StatusReport,
): Promise<void> {
  const event = EVENTS.get(status);
  if (!event) return;
  const properties = { providerMessageId, ...(reason && { reason }) };
  const context = { traits: { phone: form.To ?? '' } };
  await storeEvents(workspaceId, 'twilio', [{ type: 'track', event, messageId, properties, context }], now());
}
