// Bars over places: side by side, or on top of each other where the parts make a whole. Paler where it is not over yet.
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { barsOf, heightsOf } from './bars';
import { ChartFrame } from './chart-frame';
import { figuresOf } from './figures-of';
import { Plot } from './plot';
import { barPlaces, valueScale } from './scales';
import { type ChartProps, hasValues, withTones } from './series';
import { seriesLook } from './series-look';
import { useChartFormat } from './use-chart-format';

interface BarChartProps extends ChartProps {
  isStacked?: boolean;
}

export function BarChart(props: BarChartProps) {
  const { title, definition, places, unit, emptyText, height = 220, isStacked = false } = props;
  const t = useTranslations('charts');
  const series = withTones(props.series);
  const { axis, exact } = useChartFormat(unit);
  const scale = valueScale(heightsOf(series, isStacked), height, unit === 'count');
  const figures = figuresOf(props, {
    low: (label) => t('low', { label }),
    high: (label) => t('high', { label }),
  });
  return (
    <ChartFrame
      {...{ title, definition, legend: series, figures, write: exact, emptyText }}
      isEmpty={!hasValues(series)}
    >
      <Plot {...{ height, scale, places }} across={barPlaces(places.length)} label={title} writeTick={axis}>
        {barsOf(series, places.length, isStacked).map(({ series: one, index, x, width, from, to, point }) => (
          <rect
            key={`${one.id}/${index}`}
            x={`${x}%`}
            width={`${width}%`}
            y={Math.min(scale.y(from), scale.y(to))}
            height={Math.abs(scale.y(from) - scale.y(to))}
            rx={2}
            className={cn(seriesLook[one.tone].fill, point.isUnfinished && 'opacity-50')}
          >
            <title>{`${one.label} · ${places[index]?.label}: ${exact(point.value ?? 0)}`}</title>
          </rect>
        ))}
      </Plot>
    </ChartFrame>
  );
}
