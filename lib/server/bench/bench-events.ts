// The same events for every measurement: 2,000 customers, an ordinary webshop's properties.
import type { JsonObject } from '@/lib/core/json';
import { seeded } from '../chaos/random';

const CUSTOMERS = 2_000;

export function benchEvents(count: number, name: string, seed = 1): JsonObject[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => {
    const customer = Math.floor(random() * CUSTOMERS);
    const properties = {
      product_id: `sku-${Math.floor(random() * 200)}`,
      name: 'Linen shirt, long sleeves',
      category: 'Shirts',
      price: Math.round(random() * 10_000) / 100,
      currency: 'EUR',
      url: 'https://shop.example/products/linen-shirt',
    };
    const messageId = `bench-${seed}-${index}`;
    return { type: 'track', event: name, messageId, userId: `user-${customer}`, properties };
  });
}
