// The head of a customer's page.
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import type { CustomerDetail } from '@/lib/core/api/customer';

export function CustomerTitle({ customer }: { customer: CustomerDetail }) {
  const t = useTranslations('customers');
  return (
    <span className="flex items-center gap-3">
      <Avatar name={customer.isAnonymous ? '?' : customer.label} className="size-10 text-sm" />
      <span className="wrap-anywhere min-w-0">{customer.label}</span>
      {customer.isAnonymous && <Badge tone="outline">{t('anonymous')}</Badge>}
    </span>
  );
}
