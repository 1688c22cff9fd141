// Whether what a metric adds up is an amount in the workspace's currency. Of other properties nobody knows their unit.
import type { Metric } from '@/lib/core/experiment/design';

export function isOfMoney({ event, measure, property, per }: Metric): boolean {
  const isAmount = event === 'Order Completed' && property === 'total';
  return isAmount && (measure === 'sum' || (measure === 'ratio' && per !== ''));
}
