// Takes a real customer, and what they did in the last days, as the beginning of a test.
'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState, useTransition } from 'react';
import { NumberInput } from '@/components/nodes/fields/number-input';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import type { CustomerSummary } from '@/lib/core/api/customer';
import { testFromCustomer } from '@/lib/core/journey-test/from-customer';
import type { JourneyTest } from '@/lib/core/journey-test/journey-test';
import { foundCustomersQuery } from '@/lib/queries/customers';
import { customerPastQuery } from '@/lib/queries/journey-tests';

const MOST_DAYS = 300;

export function FromCustomer({ onTaken }: { onTaken: (test: JourneyTest) => void }) {
  const t = useTranslations('journeyTests.fromCustomer');
  const [search, setSearch] = useState('');
  const [days, setDays] = useState(30);
  const wanted = useDeferredValue(search.trim());
  const { data } = useQuery({ ...foundCustomersQuery(wanted), enabled: wanted !== '' });
  const found = wanted === '' ? [] : (data?.data ?? []);
  return (
    <div className="flex flex-col gap-4 p-5 max-sm:p-4">
      <p className="text-muted text-sm">{t('hint')}</p>
      <Field label={t('search')}>
        <Input
          type="search"
          icon={<Search aria-hidden />}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </Field>
      <Field label={t('days')} className="w-40">
        <NumberInput
          className="tabular"
          value={days}
          onChange={(number) => setDays(Math.min(MOST_DAYS, Math.max(1, Math.round(number))))}
        />
      </Field>
      {wanted !== '' && data && found.length === 0 && <p className="text-muted text-sm">{t('nobody')}</p>}
      <ul className="flex flex-col gap-1.5">
        {found.map((customer) => (
          <li key={customer.id}>
            <Found customer={customer} days={days} onTaken={onTaken} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FoundProps {
  customer: CustomerSummary;
  days: number;
  onTaken: (test: JourneyTest) => void;
}

function Found({ customer, days, onTaken }: FoundProps) {
  const t = useTranslations('journeyTests.fromCustomer');
  const failed = useTranslations('common.failed');
  const client = useQueryClient();
  const [isPending, start] = useTransition();
  const take = () =>
    start(async () => {
      try {
        const past = await client.fetchQuery(customerPastQuery(customer.id));
        onTaken(testFromCustomer({ ...past, days, now: Date.now() }));
      } catch {
        toast.error(failed('title'), { description: failed('description') });
      }
    });
  return (
    <Button className="w-full justify-start" isPending={isPending} onClick={take}>
      {t('take', { customer: customer.label })}
    </Button>
  );
}
