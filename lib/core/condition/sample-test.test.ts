// Who is in a random sample.
import { expect, test } from 'vitest';
import { SampleTest } from './condition';
import { evaluate } from './evaluate';

const PEOPLE = Array.from({ length: 2_000 }, (_, index) => `cus_${index}`);

const sampled = (percent: number, salt = '') =>
  PEOPLE.filter((customerId) =>
    evaluate(SampleTest.parse({ type: 'sample', percent, salt }), {
      customerId,
      attributes: {},
      properties: {},
    }),
  );

test('about so many of a hundred, all and none at the ends', () => {
  expect(sampled(20).length).toBeGreaterThan(340);
  expect(sampled(20).length).toBeLessThan(460);
  expect(sampled(0)).toEqual([]);
  expect(sampled(-1)).toEqual([]);
  expect(sampled(100)).toEqual(PEOPLE);
});

test('a larger one keeps everybody, another salt draws others', () => {
  const large = new Set(sampled(30));
  expect(sampled(20).every((id) => large.has(id))).toBe(true);
  expect(sampled(20, 'other')).not.toEqual(sampled(20));
});

test('nobody is in it of whom it is not known who they are', () => {
  const all = SampleTest.parse({ type: 'sample', percent: 100 });
  expect(evaluate(all, { attributes: {}, properties: {} })).toBe(false);
});
