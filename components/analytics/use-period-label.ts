// A cohort's period as people write it: May 2026, the week of 4 May, 4 May 2026.
import { useFormatter } from 'next-intl';
import type { RetentionUnit } from '@/lib/core/retention/definition';

export function usePeriodLabel(unit: RetentionUnit): (start: string) => string {
  const format = useFormatter();
  return (start) => {
    // A date has no zone: it is written as it stands.
    const date = new Date(`${start}T00:00:00Z`);
    if (unit === 'month') return format.dateTime(date, { month: 'short', year: 'numeric', timeZone: 'UTC' });
    return format.dateTime(date, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  };
}
