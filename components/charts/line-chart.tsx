// Lines over places, each with the band of its interval where it has one. What is not over yet is dashed.
import { area, line } from 'd3-shape';
import { cn } from '@/components/ui/cn';
import { Behind } from './behind';
import { ChartFrame } from './chart-frame';
import { Plot } from './plot';
import { pointPlaces, type ValueScale, valueScale } from './scales';
import type { ChartPoint, ChartProps, TonedSeries } from './series';
import { seriesLook } from './series-look';
import { useChart } from './use-chart';

interface Placed extends ChartPoint {
  readonly x: number;
}

export function LineChart(props: ChartProps) {
  const { title, places, unit, height = 220 } = props;
  const { series, axis, hintOf, frame } = useChart(props);
  const drawn = series.flatMap(({ points }) => points).flatMap(({ value, low, high }) => [value, low, high]);
  const scale = valueScale(drawn.filter(isNumber), height, unit === 'count');
  const across = pointPlaces(places);
  return (
    <ChartFrame {...frame}>
      <Plot {...{ height, scale, places, across }} label={title} writeTick={axis}>
        {series.map((one) => (
          <Line key={one.id} {...{ series: one, scale, across, height }} />
        ))}
        {series.map((one) => (
          <Dots
            key={one.id}
            {...{ series: one, scale, across }}
            hintOf={(index, value) => hintOf(one.label, index, value)}
          />
        ))}
      </Plot>
    </ChartFrame>
  );
}

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number';

interface DrawingProps {
  series: TonedSeries;
  scale: ValueScale;
  across: readonly number[];
}

function Line({ series, scale, across, height }: DrawingProps & { height: number }) {
  const look = seriesLook[series.tone];
  const points: Placed[] = series.points.map((point, index) => ({ ...point, x: across[index] ?? 0 }));
  const path = line<Placed>()
    .defined(({ value }) => value !== null)
    .x(({ x }) => x)
    .y(({ value }) => scale.y(value ?? 0));
  const band = area<Placed>()
    .defined(({ value, low, high }) => value !== null && low !== undefined && high !== undefined)
    .x(({ x }) => x)
    .y0(({ low }) => scale.y(low ?? 0))
    .y1(({ high }) => scale.y(high ?? 0));
  const firstOpen = points.findIndex(({ isUnfinished }) => isUnfinished);
  const over = firstOpen < 0 ? points : points.slice(0, firstOpen);
  const open = firstOpen < 0 ? [] : points.slice(Math.max(0, firstOpen - 1));
  const stroke = cn(look.stroke, 'fill-none stroke-2');
  return (
    <svg
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      width="100%"
      height={height}
      overflow="visible"
    >
      <title>{series.label}</title>
      <path d={band(points) ?? ''} className={look.fill} fillOpacity={0.14} />
      <path
        d={path(over) ?? ''}
        className={stroke}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
      <path d={path(open) ?? ''} className={stroke} strokeDasharray="4 4" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** Of more points dots would hide the line; where there is no line, a dot is all that is seen. */
const MOST_DOTS = 24;

function Dots(props: DrawingProps & { hintOf: (index: number, value: number) => string }) {
  const { series, scale, across, hintOf } = props;
  const look = seriesLook[series.tone];
  const isLone = (index: number) =>
    [index - 1, index + 1].every((next) => (series.points[next]?.value ?? null) === null);
  return series.points.map(({ value, href }, index) => {
    if (value === null) return null;
    const radius = series.points.length > MOST_DOTS && !isLone(index) ? 0 : 3;
    const hint = hintOf(index, value);
    return (
      <g key={hint} className="group">
        <circle cx={`${across[index]}%`} cy={scale.y(value)} r={radius} className={look.fill} />
        <Behind href={href}>
          <circle cx={`${across[index]}%`} cy={scale.y(value)} r={10} className="fill-transparent">
            <title>{hint}</title>
          </circle>
        </Behind>
      </g>
    );
  });
}
