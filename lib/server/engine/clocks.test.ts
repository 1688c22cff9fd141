// No wait ends early, none is missing, none ends twice, whatever clocks do; and nobody is written to in their quiet hours:
// the short form of `npm run chaos -- clocks`.
import { afterEach, expect, it } from 'vitest';
import { runClocks } from '../chaos/clock-suite';
import { thawClock } from '../chaos/frozen-clock';
import { quietNights } from '../chaos/quiet-nights';

afterEach(thawClock);

const seed = 20_261_122;
const PATIENCE_MS = 300_000;

it(
  'ends every wait once and at its time, all over the earth and through every jump of the clock',
  async () => {
    const { violations } = await runClocks({ waits: 500, looks: 24, seed });
    expect(violations).toEqual([]);
  },
  PATIENCE_MS,
);

it(
  'keeps quiet hours in the nights in which clocks are changed',
  async () => {
    const { figures, violations } = await quietNights(2, seed);
    expect(violations).toEqual([]);
    expect(figures.asked).toBeGreaterThan(100);
  },
  PATIENCE_MS,
);
