// The live tail grows at its head, and starts over when it fell too far behind.
import { expect, it } from 'vitest';
import type { EventEntry } from '@/lib/core/api/event';
import { addNewer } from './events';

// Only the number of an event matters to the tail.
const event = (seq: number) => ({ seq }) as EventEntry;
const known = { events: [event(3), event(2)], older: 'cursor' };

it('puts newer events in front and keeps the way back', () => {
  expect(addNewer(known, { data: [event(5), event(4)], next: null })).toEqual({
    events: [event(5), event(4), event(3), event(2)],
    older: 'cursor',
  });
});

it('stays the very same when nothing came', () => {
  expect(addNewer(known, { data: [], next: null })).toBe(known);
});

it('starts over from the new page when more came than it holds', () => {
  expect(addNewer(known, { data: [event(900)], next: 'gap' })).toEqual({
    events: [event(900)],
    older: 'gap',
  });
});
