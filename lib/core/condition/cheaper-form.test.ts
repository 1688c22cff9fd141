// What looks back for ever looks back over 90 days; what is bounded already stays as it is.
import { expect, test } from 'vitest';
import { cheaperForm } from './cheaper-form';
import { type Condition, EventTest, MessageTest, SequenceTest } from './condition';

const days = (amount: number) => ({ amount, unit: 'days' as const });
const did = (more: object = {}) => EventTest.parse({ type: 'event', event: 'Bought', ...more });
const followed = (more: object = {}) => SequenceTest.parse({ type: 'sequence', ...more });
const known: Condition = { type: 'test', subject: 'attribute', path: ['x'], operator: 'is-set' };

test('events, sequences and messages are looked for in a shorter time, wherever they stand', () => {
  const message = MessageTest.parse({ type: 'message' });
  const condition: Condition = {
    type: 'any',
    of: [known, did(), { type: 'none', of: [followed(), message] }],
  };
  expect(cheaperForm(condition)).toEqual({
    type: 'any',
    of: [
      known,
      did({ within: days(90) }),
      { type: 'none', of: [followed({ lookBack: days(90) }), { ...message, within: days(90) }] },
    ],
  });
  expect(cheaperForm(did({ within: days(365) }))).toEqual(did({ within: days(90) }));
});

test('there is none where nothing looks back for long', () => {
  expect(cheaperForm(known)).toBeNull();
  expect(cheaperForm(did({ within: { amount: 90 * 24, unit: 'hours' } }))).toBeNull();
  expect(cheaperForm(did({ between: { from: '2026-01-01', to: '' } }))).toBeNull();
  expect(cheaperForm(did({ measure: { of: 'days-since-last' } }))).toBeNull();
  expect(cheaperForm(followed({ lookBack: days(7) }))).toBeNull();
});
