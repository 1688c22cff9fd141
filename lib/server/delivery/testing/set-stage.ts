// The scene of the sender's tests: a fresh workspace with a live journey, a real SMTP server, a real webhook receiver.
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type SmtpInbox, startSmtpInbox } from '@/e2e/smtp-inbox';
import { SaveConnection } from '@/lib/core/api/connection';
import { closeLiquid } from '../../channels/liquid';
import { closeChannels } from '../../channels/registry';
import { saveConnection } from '../../channels/save-connection';
import { startWebhookReceiver, type WebhookReceiver } from '../../channels/testing/webhook-receiver';
import { allowLoopback } from '../../channels/testing/with-settings';
import { plantFaults } from '../../fault';
import { setNow } from '../../testing/clock';
import { freshWorkspace } from '../../testing/fresh-workspace';
import { drainSender } from '../drain-sender';
import { liveJourney, type Stage, setJourneyState } from './queue-sends';

const START = '2026-03-01T10:00:00Z';

export interface Scene {
  stage: Stage;
  inbox: SmtpInbox;
  receiver: WebhookReceiver;
}

/** Registers the hooks; the scene's fields are there once a test runs. */
export function setStage(): Scene {
  const scene = {} as Scene; // filled by the hooks below, before any test
  let restore = () => {};
  beforeAll(async () => {
    restore = allowLoopback();
    scene.inbox = await startSmtpInbox();
    scene.receiver = await startWebhookReceiver();
  });
  beforeEach(async () => {
    setNow(START);
    const { actor } = await freshWorkspace();
    scene.stage = await liveJourney(actor);
  });
  afterEach(async () => {
    plantFaults(undefined);
    // A send left over would be worked by the next test.
    await setJourneyState(scene.stage, 'archived');
    await drainSender();
  });
  afterAll(async () => {
    await closeChannels();
    await closeLiquid();
    await scene.inbox.close();
    await scene.receiver.close();
    restore();
  });
  return scene;
}

export async function connectMail({ stage, inbox }: Scene): Promise<void> {
  const server = { host: '127.0.0.1', port: inbox.port, security: 'none' };
  const config = { fromName: 'Shop', fromAddress: 'news@shop.test', server };
  await saveConnection(stage.actor, SaveConnection.parse({ provider: 'smtp', channel: 'email', config }));
}

export async function connectHooks({ stage }: Scene): Promise<void> {
  await saveConnection(
    stage.actor,
    SaveConnection.parse({ provider: 'http', channel: 'webhook', config: {} }),
  );
}

export function mailsTo({ inbox }: Scene, address: string) {
  return inbox.messages.filter(({ to }) => to.includes(address));
}
