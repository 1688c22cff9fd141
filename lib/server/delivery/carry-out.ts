// The provider call itself: outside any transaction, once per started send.
import type { SendOutcome } from '../channels/channel';
import { channels } from '../channels/registry';
import { now } from '../clock';
import { fault } from '../fault';
import { log } from '../log';
import { conclude } from './conclude';
import { keptAnswer } from './kept-answer';
import { recordOutcome } from './recorder';
import type { Started } from './start-sends';

export async function carryOut(started: Started): Promise<void> {
  const { prepared, attempt, firstTriedAt, messageId, address } = started;
  const { row, channel } = prepared;
  const outcome = await fault('sender.send', () => attemptSend(started));
  const conclusion = conclude(row, outcome, attempt, firstTriedAt, now());
  const { id, fence, workspaceId } = row;
  const wasRecorded = await recordOutcome(workspaceId, {
    id,
    fence,
    messageId,
    channel,
    address,
    conclusion,
    answer: keptAnswer(row, outcome, conclusion),
  });
  if (!wasRecorded)
    log.warn({ workspaceId, outboxId: id, outcome: outcome.kind }, 'A send ended after it was given up');
}

/** A channel answers with an outcome; where it throws instead, nobody knows what the provider got. */
async function attemptSend({ prepared, address, content }: Started): Promise<SendOutcome> {
  const { row, channel, connection } = prepared;
  try {
    return await channels[channel].send(connection, { key: row.key, address, content });
  } catch (error) {
    log.error({ error, outboxId: row.id, channel }, 'A channel failed unexpectedly');
    return { kind: 'unknown', reason: error instanceof Error ? error.message : String(error) };
  }
}
