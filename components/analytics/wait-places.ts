// Days at which a waiting curve is drawn: a staircase of a thousand days is read at a few dozen.
import type { RepeatReport } from '@/lib/core/api/analytics';

type Wait = RepeatReport['waits'][number];

const MOST_PLACES = 40;

/** The curve from day 0 to its last step, read at even distances; between steps it stays where it is. */
export function waitPlaces(waits: readonly Wait[]): Pick<Wait, 'day' | 'share' | 'low' | 'high'>[] {
  const last = waits.at(-1)?.day ?? 0;
  if (waits.length === 0) return [];
  const step = Math.max(1, Math.ceil(last / MOST_PLACES));
  const count = Math.ceil(last / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    const day = index * step;
    const reached = waits.findLast((wait) => wait.day <= day);
    const { share = 0, low = 0, high = 0 } = reached ?? {};
    return { day, share, low, high };
  });
}
