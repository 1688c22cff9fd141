// The trigger's rule and what it asks of its data.
import { expect, test } from 'vitest';
import { eventTrigger } from './event-trigger';

const { data, rule, compile, exits } = eventTrigger;

const codes = (value: object) => compile(data.parse(value)).map(({ code, field }) => `${code} ${field}`);

test('enrolls by its event, filter and key', () => {
  expect(rule(data.parse({ event: 'Order', key: ['id'], acceptsLate: true }))).toEqual([
    { effect: 'enroll', on: 'event', event: 'Order', filter: null, key: ['id'], acceptsLate: true },
  ]);
  expect(exits(data.parse({})).map(({ id, required }) => [id, required])).toEqual([['next', true]]);
});

test('needs an event; a filter and a key only need to be finished', () => {
  expect(codes({ event: 'Order' })).toEqual([]);
  expect(codes({ event: ' ' })).toEqual(['empty-event-name event']);
  expect(codes({ event: 'Order', key: [] })).toEqual(['incomplete-condition key']);
  expect(codes({ event: 'Order', key: ['order', ''] })).toEqual(['incomplete-condition key']);
  const filter = { type: 'test', subject: 'property', path: ['total'], operator: 'at-least' };
  expect(codes({ event: '', filter })).toEqual(['empty-event-name event', 'incomplete-condition filter']);
  expect(codes({ event: 'Order', filter: { type: 'all', of: [] } })).toEqual([]);
});
