// The ids of enrollments: derived, apart from each other, and in the order of the events that started them.
import { describe, expect, it } from 'vitest';
import { enrollmentIdOf } from './new-enrollment';

const place = { journeyId: 'jrn_1', nodeId: 'nod_1' } as const;

describe('the id of an enrollment', () => {
  it('rises with the number of the event', () => {
    const ids = ['2', '10', '36', '999', '1000', '46655', '46656', '999999999999999'].map((seq) =>
      enrollmentIdOf(place, seq),
    );
    expect(ids.toSorted()).toEqual(ids);
  });

  it('is the same again for the same occasion, and another for any other', () => {
    const other = { journeyId: 'jrn_1', nodeId: 'nod_2' } as const;
    const occasions = ['7', '70', '7.Emitted', 'jrn_1 birthday 2026'];
    const ids = occasions.flatMap((occasion) => [place, other].map((at) => enrollmentIdOf(at, occasion)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(occasions.flatMap((occasion) => [place, other].map((at) => enrollmentIdOf(at, occasion)))).toEqual(
      ids,
    );
  });
});
