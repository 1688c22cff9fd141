// Bars over places: side by side, or on top of each other where the parts make a whole. Paler where it is not over yet.
import { cn } from '@/components/ui/cn';
import { barsOf, heightsOf } from './bars';
import { Behind } from './behind';
import { ChartFrame } from './chart-frame';
import { Plot } from './plot';
import { barPlaces, valueScale } from './scales';
import type { ChartProps } from './series';
import { seriesLook } from './series-look';
import { useChart } from './use-chart';

interface BarChartProps extends ChartProps {
  isStacked?: boolean;
}

export function BarChart(props: BarChartProps) {
  const { title, places, unit, height = 220, isStacked = false } = props;
  const { series, axis, hintOf, frame } = useChart(props);
  const scale = valueScale(heightsOf(series, isStacked), height, unit === 'count');
  return (
    <ChartFrame {...frame}>
      <Plot {...{ height, scale, places }} across={barPlaces(places.length)} label={title} writeTick={axis}>
        {barsOf(series, places.length, isStacked).map(({ series: one, index, x, width, from, to, point }) => (
          <Behind key={`${one.id}/${index}`} href={point.href}>
            <rect
              x={`${x}%`}
              width={`${width}%`}
              y={Math.min(scale.y(from), scale.y(to))}
              height={Math.abs(scale.y(from) - scale.y(to))}
              rx={2}
              className={cn(seriesLook[one.tone].fill, point.isUnfinished && 'opacity-50')}
            >
              <title>{hintOf(one.label, index, point.value ?? 0)}</title>
            </rect>
          </Behind>
        ))}
      </Plot>
    </ChartFrame>
  );
}
