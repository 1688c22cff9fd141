// The first lines of code a developer needs: a client they know, pointed at this installation.

export function segmentSnippet(publicUrl: string): string {
  return `// npm install @segment/analytics-node
import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({
  writeKey: 'wk_…',
  host: '${publicUrl}',
});

analytics.identify({
  userId: 'customer-1042',
  traits: { email: 'ada@example.com', firstName: 'Ada' },
});

analytics.track({
  userId: 'customer-1042',
  event: 'Basket Updated',
  properties: { basketId: 'b-77', value: 59.9 },
});`;
}
