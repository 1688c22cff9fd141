// How figures of an experiment are written: shares, lifts with their sign, values, tiny probabilities.
import { useFormatter } from 'next-intl';

export function useFigures() {
  const format = useFormatter();
  return {
    count: (value: number) => format.number(value),
    share: (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 2 }),
    lift: (value: number) =>
      format.number(value, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
    value: (value: number) => format.number(value, { maximumFractionDigits: 2 }),
    money: (value: number, currency: string) => format.number(value, { style: 'currency', currency }),
    fine: (value: number) => format.number(value, { maximumSignificantDigits: 3 }),
    moment: (value: string) => format.dateTime(new Date(value), 'full'),
    date: (value: string) => format.dateTime(new Date(value), 'day'),
  };
}
