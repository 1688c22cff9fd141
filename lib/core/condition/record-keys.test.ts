// Under which names a condition asks about what is written down.
import { expect, test } from 'vitest';
import type { Condition } from './condition';
import { ArmTest, ConsentTest, JourneyTest, MessageTest, ProductTest } from './condition';
import { isAsked, recordKeys } from './record-keys';

const keysOf = (...of: Condition[]) => recordKeys({ type: 'all', of });

test('each kind by what tells its changes apart, each once', () => {
  const isSet: Condition = { type: 'test', subject: 'attribute', path: ['x'], operator: 'is-set' };
  const consent = ConsentTest.parse({ type: 'consent', channel: 'sms' });
  const inside = JourneyTest.parse({ type: 'journey', journeyId: 'jrn_1' });
  const arm = ArmTest.parse({ type: 'arm', journeyId: 'jrn_1', nodeId: 'nod_2', arm: 'a' });
  expect(keysOf(isSet, consent, consent, inside, arm)).toEqual(['consent sms', 'journey jrn_1', 'arm jrn_1']);
  const refused = MessageTest.parse({ type: 'message', outcome: 'refused' });
  expect(keysOf(refused, MessageTest.parse({ type: 'message' }))).toEqual([
    'message refused',
    'message sent',
  ]);
  const product = ProductTest.parse({ type: 'product', sku: 'TEA' });
  expect(keysOf(product, { ...product, path: ['sku'] })).toEqual(['product TEA', 'product']);
});

test('what is not chosen yet asks about nothing', () => {
  const unchosen = [{ type: 'journey' }, { type: 'arm' }, { type: 'product' }] as const;
  expect(
    keysOf(JourneyTest.parse(unchosen[0]), ArmTest.parse(unchosen[1]), ProductTest.parse(unchosen[2])),
  ).toEqual([]);
});

test('whoever asks about any product asks about this one', () => {
  expect(isAsked(new Set(['product']), 'product TEA')).toBe(true);
  expect(isAsked(new Set(['product COFFEE']), 'product TEA')).toBe(false);
  expect(isAsked(new Set(['product']), 'consent sms')).toBe(false);
});
