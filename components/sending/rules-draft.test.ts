// Rules become a form and a form becomes rules, and nothing is lost on the way.
import { expect, it } from 'vitest';
import { DeliveryPolicy } from '@/lib/core/policy/delivery-policy';
import { draftOf, rulesOf } from './rules-draft';

const rules = DeliveryPolicy.parse({
  caps: [
    { id: 'a', name: 'Two a day', limit: 2, perHours: 24, whenReached: 'skip', channel: 'sms' },
    { id: 'b', name: 'News', limit: 1, perHours: 36, whenReached: 'requeue', category: 'News' },
  ],
  quietHours: { isOn: true, from: '21:00', to: '08:00', channels: ['sms'] },
  throttles: { email: 600 },
  holdoutPercent: 5,
});

it('reads back what it shows', () => {
  expect(rulesOf(draftOf(rules))).toEqual(rules);
  expect(draftOf(rules).caps.map(({ amount, unit }) => `${amount} ${unit}`)).toEqual(['1 days', '36 hours']);
});

it('refuses by field what is no number yet', () => {
  const draft = draftOf(rules);
  const [first] = draft.caps;
  const broken = {
    ...draft,
    caps: first ? [{ ...first, limit: 'two' }] : [],
    throttles: { ...draft.throttles, email: 'many' },
    holdoutPercent: '',
  };
  const { error } = DeliveryPolicy.safeParse(rulesOf(broken));
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'caps.0.limit',
    'throttles.email',
    'holdoutPercent',
  ]);
});
