// A customer's label: the most human thing that is known.
import { describe, expect, it } from 'vitest';
import { customerLabel, isAnonymous } from './label';

const email = { kind: 'email', value: 'ada@shop.test' } as const;
const userId = { kind: 'user-id', value: 'u-1' } as const;
const anonymous = { kind: 'anonymous-id', value: 'a-1' } as const;

describe('customerLabel', () => {
  it.each([
    [{ name: ' Ada Lovelace ', firstName: 'Other' }, 'Ada Lovelace'],
    [{ firstName: 'Ada', lastName: 'Lovelace' }, 'Ada Lovelace'],
    [{ first_name: 'Ada' }, 'Ada'],
    [{ name: '' }, 'ada@shop.test'],
    [{ name: 42 }, 'ada@shop.test'],
  ])('reads %j as %s', (attributes, label) => {
    expect(customerLabel(attributes, [anonymous, userId, email], 'cus_1')).toBe(label);
  });

  it('falls back to what is left', () => {
    expect(customerLabel({}, [anonymous, userId], 'cus_1')).toBe('u-1');
    expect(customerLabel({}, [anonymous], 'cus_1')).toBe('a-1');
    expect(customerLabel({}, [], 'cus_1')).toBe('cus_1');
  });
});

it('calls somebody anonymous until an identifier of the person is known', () => {
  expect(isAnonymous([anonymous])).toBe(true);
  expect(isAnonymous([anonymous, email])).toBe(false);
});
