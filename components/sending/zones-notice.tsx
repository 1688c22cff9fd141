// Warns of customers whose time zone nobody knows: their quiet hours go by the workspace's clock.
import { useTranslations } from 'next-intl';

interface ZonesNoticeProps {
  customers: number;
  zones: readonly { readonly zone: string; readonly customers: number }[];
}

export function ZonesNotice({ customers, zones }: ZonesNoticeProps) {
  const t = useTranslations('sending.zones');
  if (customers === 0) return null;
  const examples = zones.map(({ zone, customers: count }) => t('example', { zone, count })).join(', ');
  return (
    <p role="status" className="wrap-anywhere rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-ink">
      {t('warning', { count: customers, examples })}
    </p>
  );
}
