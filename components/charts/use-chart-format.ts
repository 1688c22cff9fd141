// Chart values as people of the locale write them: short on axes, exact in tables.
import { type NumberFormatOptions, useFormatter } from 'next-intl';
import type { ChartUnit } from './series';

interface ChartFormat {
  axis(value: number): string;
  exact(value: number): string;
}

export function useChartFormat(unit: ChartUnit): ChartFormat {
  const format = useFormatter();
  const [axis, exact] = optionsOf(unit);
  return {
    axis: (value) => format.number(value, axis),
    exact: (value) => format.number(value, exact),
  };
}

function optionsOf(unit: ChartUnit): readonly [axis: NumberFormatOptions, exact: NumberFormatOptions] {
  if (unit === 'share') {
    return [
      { style: 'percent', maximumFractionDigits: 1 },
      { style: 'percent', maximumFractionDigits: 1 },
    ];
  }
  const compact = { notation: 'compact', maximumFractionDigits: 1 } as const;
  if (unit === 'count') return [compact, { maximumFractionDigits: 0 }];
  if (unit === 'number') return [compact, { maximumFractionDigits: 2 }];
  const money = { style: 'currency', currency: unit.currency } as const;
  return [{ ...money, ...compact, minimumFractionDigits: 0 }, money];
}
