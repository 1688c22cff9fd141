// How often the holdout may be drawn.
import { expect, it } from 'vitest';
import { redrawFrom } from './redraw';

it('may be drawn once in ninety days', () => {
  expect(new Date(redrawFrom(Date.UTC(2026, 0, 31))).toISOString()).toBe('2026-05-01T00:00:00.000Z');
});
