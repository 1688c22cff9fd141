// What every chart over places reckons before it draws: its coloured series, how numbers are written, and its frame.
import { useTranslations } from 'next-intl';
import { figuresOf } from './figures-of';
import { type ChartProps, hasValues, withTones } from './series';
import { useChartFormat } from './use-chart-format';

export function useChart(props: ChartProps) {
  const { title, definition, places, unit, emptyText } = props;
  const t = useTranslations('charts');
  const series = withTones(props.series);
  const { axis, exact } = useChartFormat(unit);
  const figures = figuresOf(props, {
    low: (label) => t('low', { label }),
    high: (label) => t('high', { label }),
  });
  return {
    series,
    axis,
    /** What is shown on hover over a value. */
    hintOf: (label: string, index: number, value: number) =>
      `${label} · ${places[index]?.label}: ${exact(value)}`,
    frame: {
      ...{ title, definition, legend: series, figures, write: exact, emptyText },
      isEmpty: !hasValues(series),
    },
  };
}
