// The figures behind a chart: one row for each place, with a column for each series and for the ends of its interval.
import type { Figure, Figures } from './csv';
import type { ChartProps, ChartSeries } from './series';

interface Words {
  low(label: string): string;
  high(label: string): string;
}

export function figuresOf({ placeTitle, places, series }: ChartProps, words: Words): Figures {
  const columns = series.flatMap((one) =>
    hasInterval(one) ? [one.label, words.low(one.label), words.high(one.label)] : [one.label],
  );
  const rows = places.map((place, index): Figure[] => [
    place.label,
    ...series.flatMap((one) => {
      const { value = null, low = null, high = null } = one.points[index] ?? {};
      return hasInterval(one) ? [value, low, high] : [value];
    }),
  ]);
  const links = places.map((_, index) => [
    undefined,
    ...series.flatMap((one) => {
      const { href } = one.points[index] ?? {};
      return hasInterval(one) ? [href, undefined, undefined] : [href];
    }),
  ]);
  return { columns: [placeTitle, ...columns], rows, links };
}

function hasInterval({ points }: ChartSeries): boolean {
  return points.some(({ low }) => low !== undefined);
}
