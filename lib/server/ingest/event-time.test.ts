// The clock rule, with the clients it was made for.
import { describe, expect, it } from 'vitest';
import { eventTime, readInstant } from './event-time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const receivedAt = Date.parse('2026-03-01T12:00:00Z');
const happened = receivedAt - 10_000;

function at(timestamp: number | null, sentAt: number | null, retriedForMs = 0): number {
  return eventTime({ timestamp, sentAt, receivedAt, retriedForMs }).occurredAt - receivedAt;
}

describe('eventTime', () => {
  it('trusts the time of a client that sends no sentAt', () => {
    expect(at(happened, null)).toBe(-10_000);
    expect(at(receivedAt - 400 * 24 * HOUR, null)).toBe(-400 * 24 * HOUR);
  });

  it('takes the arrival where no time is given', () => {
    expect(at(null, receivedAt - HOUR)).toBe(0);
  });

  it.each([HOUR, -HOUR, 14 * HOUR, 3 * 365 * 24 * HOUR])('corrects a clock that is %i ms ahead', (error) => {
    expect(at(happened + error, receivedAt + error)).toBe(-10_000);
  });

  it('leaves alone what was sent again days later with the old sentAt', () => {
    const days = 3 * 24 * HOUR;
    expect(at(happened - days, receivedAt - days)).toBe(-10_000 - days);
  });

  it('takes off what the client says about its retries', () => {
    expect(at(happened - 2 * HOUR, receivedAt - 2 * HOUR, 2 * HOUR)).toBe(-10_000 - 2 * HOUR);
  });

  it('dates what claims to come from the future to its arrival', () => {
    expect(at(receivedAt + 4 * MINUTE, null)).toBe(4 * MINUTE);
    const future = { timestamp: receivedAt + 6 * MINUTE, sentAt: null, receivedAt, retriedForMs: 0 };
    expect(eventTime(future)).toEqual({ occurredAt: receivedAt, isFromFuture: true });
  });
});

describe('readInstant', () => {
  it.each([
    ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01T12:00:00.123456Z', '2026-03-01T12:00:00.123Z'],
    ['2026-03-01T12:00:00+05:30', '2026-03-01T06:30:00.000Z'],
    ['2026-03-01T12:00:00-0800', '2026-03-01T20:00:00.000Z'],
    ['2026-03-01 12:00', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01', '2026-03-01T00:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(new Date(readInstant(text) ?? 0).toISOString()).toBe(instant);
  });

  it.each([
    '',
    'yesterday',
    '1700000000000',
    '2026-13-01',
    '1969-12-31T23:59:59Z',
    '+275760-09-13T00:00:00Z',
  ])('refuses %s', (text) => expect(readInstant(text)).toBeNull());
});
