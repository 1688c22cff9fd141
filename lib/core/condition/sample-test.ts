// Whether a customer is in a random sample: always the same people, and a larger share keeps those of a smaller one.
import { hexBelow } from '../hex-below';
import { md5 } from '../md5';
import type { SampleTest } from './condition';
import type { Facts } from './evaluate';

/** What is hashed of a customer, and below which text the hash must be. */
export const saltOf = ({ salt }: Pick<SampleTest, 'salt'>): string => `sample/${salt}/`;

export const boundOf = ({ percent }: Pick<SampleTest, 'percent'>): string => hexBelow(percent);

export function isSampled(test: SampleTest, { customerId }: Facts): boolean {
  return customerId !== undefined && md5(saltOf(test) + customerId) < boundOf(test);
}
