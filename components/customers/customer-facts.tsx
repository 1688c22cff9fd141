// What is known about a customer: how they are identified, what they agreed to, their attributes.
'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import type { CustomerDetail, Identifier } from '@/lib/core/api/customer';
import { AttributeValue } from './attribute-value';

export function CustomerFacts({ customer }: { customer: CustomerDetail }) {
  const t = useTranslations('customers');
  const attributes = Object.entries(customer.attributes);
  return (
    <div className="flex flex-col gap-4">
      <Card aria-labelledby="identifiers">
        <CardHeader id="identifiers" title={t('identifiers')} />
        <CardBody>
          <dl className="flex flex-col gap-2.5">
            {customer.identifiers.map((identifier) => (
              <IdentifierLine key={`${identifier.kind} ${identifier.value}`} identifier={identifier} />
            ))}
          </dl>
        </CardBody>
      </Card>
      <Card aria-labelledby="consents">
        <CardHeader id="consents" title={t('consents')} />
        <CardBody>
          <dl className="flex flex-col gap-2.5">
            <ConsentLine channel="email" state={customer.consents.email} />
            <ConsentLine channel="sms" state={customer.consents.sms} />
          </dl>
        </CardBody>
      </Card>
      <Card aria-labelledby="attributes">
        <CardHeader id="attributes" title={t('attributes')} />
        <CardBody>
          {attributes.length === 0 && <p className="text-muted text-sm">{t('noAttributes')}</p>}
          <dl className="flex flex-col gap-2.5">
            {attributes.map(([name, value]) => (
              <Line key={name} term={name}>
                <AttributeValue value={value} />
              </Line>
            ))}
          </dl>
        </CardBody>
      </Card>
    </div>
  );
}

function Line({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(5.5rem,2fr)_3fr] items-baseline gap-3 text-sm">
      <dt className="wrap-anywhere text-muted">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

function IdentifierLine({ identifier: { kind, value } }: { identifier: Identifier }) {
  const t = useTranslations('customers');
  return (
    <Line term={t(`identifierKinds.${kind}`)}>
      <span className="flex items-start gap-1">
        <span className="wrap-anywhere min-w-0 flex-1">{value}</span>
        <CopyButton text={value} label={t('copyValue', { value })} className="-my-1 -mr-1.5" />
      </span>
    </Line>
  );
}

const tones: Record<CustomerDetail['consents']['email'], BadgeTone> = {
  'opted-in': 'success',
  'opted-out': 'danger',
  'not-asked': 'neutral',
};

function ConsentLine({ channel, state }: { channel: 'email' | 'sms'; state: keyof typeof tones }) {
  const t = useTranslations('customers.consentStates');
  const channels = useTranslations('common.channels');
  return (
    <Line term={channels(channel)}>
      <Badge tone={tones[state]} dot>
        {t(state)}
      </Badge>
    </Line>
  );
}
