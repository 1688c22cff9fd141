// Period 0 is everybody of a cohort, whether they came back in it or not.
import type { RetentionReport } from '@/lib/core/api/analytics';

type Told = Pick<RetentionReport, 'definition' | 'columns'>;

export function isWholeCohort({ definition, columns }: Told, column: number): boolean {
  return definition.measure !== 'brackets' && columns[column]?.first === 0;
}
