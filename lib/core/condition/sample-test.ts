// Whether a customer is in a random sample: always the same people, and a larger share keeps those of a smaller one.
import { md5 } from '../md5';
import type { SampleTest } from './condition';
import type { Facts } from './evaluate';

const DIGITS = 8;

/** What is hashed of a customer, and below which text the hash must be. */
export const saltOf = ({ salt }: Pick<SampleTest, 'salt'>): string => `sample/${salt}/`;

export function boundOf({ percent }: Pick<SampleTest, 'percent'>): string {
  const share = Math.min(1, Math.max(0, percent / 100));
  // No hexadecimal digit is as large as g, so below it is everybody.
  return share === 1
    ? 'g'
    : Math.round(share * 16 ** DIGITS)
        .toString(16)
        .padStart(DIGITS, '0');
}

export function isSampled(test: SampleTest, { customerId }: Facts): boolean {
  return customerId !== undefined && md5(saltOf(test) + customerId) < boundOf(test);
}
