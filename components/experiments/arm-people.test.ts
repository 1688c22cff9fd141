// Planned people are split as new people are dealt.
import { expect, it } from 'vitest';
import { phaseDesign } from '@/lib/core/testing/build-statistics';
import { armPeople } from './arm-people';

it('splits planned people by the shares of the arms, the holdout among them', () => {
  const design = phaseDesign({ holdoutPercent: 20 });
  expect(armPeople(design, 1_001)).toEqual([
    { arm: 'a', people: 401 },
    { arm: 'b', people: 401 },
    { arm: 'holdout', people: 201 },
  ]);
});
