// How two numbers are compared, wherever a condition asks for a number.
import type { Comparison } from './condition';

export const comparisons: Readonly<Record<Comparison, (actual: number, value: number) => boolean>> = {
  equals: (actual, value) => actual === value,
  'at-least': (actual, value) => actual >= value,
  'at-most': (actual, value) => actual <= value,
  'greater-than': (actual, value) => actual > value,
  'less-than': (actual, value) => actual < value,
};
