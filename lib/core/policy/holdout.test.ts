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
    const share = people.filter((person) => isHeldOut({ percent, draw: 1 }, person)).length / people.length;
    expect(Math.abs(share - percent / 100)).toBeLessThan(0.006);
  }
});

test('a larger one keeps who was in the smaller one', () => {
  const small = people.filter((person) => isHeldOut({ percent: 3, draw: 1 }, person));
  expect(small.every((person) => isHeldOut({ percent: 10, draw: 1 }, person))).toBe(true);
});

test('profiles of one address fall together, in other workspaces others do', () => {
  const alone = { workspaceId: 'wsp_1', customerId: 'cus_a', email: ' Ada@Shop.example' };
  for (const percent of [5, 10, 15]) {
    const twin = { ...alone, customerId: 'cus_b', email: 'ada@shop.example' };
    expect(isHeldOut({ percent, draw: 1 }, alone)).toBe(isHeldOut({ percent, draw: 1 }, twin));
  }
  const inFirst = people.filter((person) => isHeldOut({ percent: 10, draw: 1 }, person));
  const inBoth = inFirst.filter((person) =>
    isHeldOut({ percent: 10, draw: 1 }, { ...person, workspaceId: 'wsp_2' }),
  );
  expect(inBoth.length / inFirst.length).toBeLessThan(0.2);
});

test('another draw holds out others, as many', () => {
  const drawn = (draw: number) => people.filter((person) => isHeldOut({ percent: 10, draw }, person));
  const both = drawn(2).filter((person) => isHeldOut({ percent: 10, draw: 1 }, person));
  expect(Math.abs(drawn(2).length / people.length - 0.1)).toBeLessThan(0.01);
  expect(both.length / drawn(2).length).toBeLessThan(0.15);
});
