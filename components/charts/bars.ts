// Where each bar stands: the room of a place is shared by its series, or they are piled up, above zero and below it apart.
import type { ChartPoint, TonedSeries } from './series';

interface Bar {
  readonly series: TonedSeries;
  readonly index: number;
  readonly point: ChartPoint;
  /** In percent of the plot. */
  readonly x: number;
  readonly width: number;
  /** In values. */
  readonly from: number;
  readonly to: number;
}

/** How much of its place the bars of a place fill. */
const FILL = 0.72;

export function barsOf(series: readonly TonedSeries[], places: number, isStacked: boolean): Bar[] {
  const room = 100 / places;
  const width = (room * FILL) / (isStacked ? 1 : series.length);
  return Array.from({ length: places }, (_, index) => {
    let above = 0;
    let below = 0;
    return series.flatMap((one, rank): Bar[] => {
      const point = one.points[index];
      if (point === undefined || point.value === null) return [];
      const { value } = point;
      const base = value < 0 ? below : above;
      const from = isStacked ? base : 0;
      if (value < 0) below += value;
      else above += value;
      const x = room * index + (room * (1 - FILL)) / 2 + (isStacked ? 0 : rank * width);
      return [{ series: one, index, point, x, width, from, to: from + value }];
    });
  }).flat();
}

/** How far bars reach, up and down. */
export function heightsOf(series: readonly TonedSeries[], isStacked: boolean): number[] {
  const places = Math.max(0, ...series.map(({ points }) => points.length));
  return barsOf(series, places, isStacked).map(({ to }) => to);
}
