// Customers with how they are reached, and when they were seen.
import { useTranslations } from 'next-intl';
import { HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
import type { CustomerSummary } from '@/lib/core/api/customer';
import { CustomerRow } from './customer-row';

export function CustomersTable({ customers }: { customers: readonly CustomerSummary[] }) {
  const t = useTranslations('customers.columns');
  return (
    <Table>
      <TableHead>
        <Row>
          <HeaderCell>{t('customer')}</HeaderCell>
          <HeaderCell className="max-sm:hidden">{t('contact')}</HeaderCell>
          <HeaderCell>{t('lastSeen')}</HeaderCell>
          <HeaderCell className="max-md:hidden">{t('firstSeen')}</HeaderCell>
        </Row>
      </TableHead>
      <tbody>
        {customers.map((customer) => (
          <CustomerRow key={customer.id} customer={customer} />
        ))}
      </tbody>
    </Table>
  );
}
