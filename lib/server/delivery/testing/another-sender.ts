// A second process as far as the sender can tell: its own memory, the same database.
import { vi } from 'vitest';

export async function anotherSender() {
  vi.resetModules();
  const { drainSender } = await import('../drain-sender');
  const { beat } = await import('../in-hand');
  const { closeChannels } = await import('../../channels/registry');
  const { closeLiquid } = await import('../../channels/liquid');
  return { drainSender, beat, close: () => Promise.all([closeChannels(), closeLiquid()]) };
}
