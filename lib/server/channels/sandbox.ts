// The provider of every channel that has none: takes each message and sends it nowhere.
import type { Provider } from './channel';

export const sandbox: Provider<unknown> = {
  name: 'sandbox',
  send: async () => ({ kind: 'accepted', providerMessageId: null, isSandboxed: true }),
};
