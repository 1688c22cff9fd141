// Who is in the global holdout.
import { expect, test } from 'vitest';
import { isHeldOut } from './holdout';

const people = Array.from({ length: 20_000 }, (_, index) => ({
  workspaceId: 'wsp_1',
  customerId: `cus_${index}`,
  email: index % 2 === 0 ? `p${index}@shop.example` : null,
}));

test('is as large as asked for', () => {
  for (const percent of [0, 1, 5, 15]) {
    const share = people.filter((person) => isHeldOut(percent, person)).length / people.length;
    expect(Math.abs(share - percent / 100)).toBeLessThan(0.006);
  }
});

test('a larger one keeps who was in the smaller one', () => {
  const small = people.filter((person) => isHeldOut(3, person));
  expect(small.every((person) => isHeldOut(10, person))).toBe(true);
});

test('profiles of one address fall together, in other workspaces others do', () => {
  const alone = { workspaceId: 'wsp_1', customerId: 'cus_a', email: ' Ada@Shop.example' };
  for (const percent of [5, 10, 15]) {
    const twin = { ...alone, customerId: 'cus_b', email: 'ada@shop.example' };
    expect(isHeldOut(percent, alone)).toBe(isHeldOut(percent, twin));
  }
  const inFirst = people.filter((person) => isHeldOut(10, person));
  const inBoth = inFirst.filter((person) => isHeldOut(10, { ...person, workspaceId: 'wsp_2' }));
  expect(inBoth.length / inFirst.length).toBeLessThan(0.2);
});
