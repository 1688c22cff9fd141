// Bars over places: side by side, or on top of each other where the parts make a whole. Paler where it is not over yet.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
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
          <Behind key={`${one.id}/${index}`} href={point.href}>
            <rect
              x={`${x}%`}
              width={`${width}%`}
              y={Math.min(scale.y(from), scale.y(to))}
              height={Math.abs(scale.y(from) - scale.y(to))}
              rx={2}
              className={cn(seriesLook[one.tone].fill, point.isUnfinished && 'opacity-50')}
            >
              <title>{`${one.label} · ${places[index]?.label}: ${exact(point.value ?? 0)}`}</title>
            </rect>
          </Behind>
        ))}
      </Plot>
    </ChartFrame>
  );
}

/** The same figure is a link of the table beside the drawing, which is the one for the keyboard. */
function Behind({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (href === undefined) return children;
  return (
    <Link href={href} prefetch={false} tabIndex={-1} className="hover:opacity-80">
      {children}
    </Link>
  );
}
