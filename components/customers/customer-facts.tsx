// What is known about a customer: how they are identified, what they agreed to, their attributes.
'use client';

import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import type { CustomerDetail, Identifier } from '@/lib/core/api/customer';
import { AttributesCard } from './attributes-card';
import { FactLine } from './fact-line';

export function CustomerFacts({ customer }: { customer: CustomerDetail }) {
  const t = useTranslations('customers');
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
      <AttributesCard attributes={customer.attributes} />
    </div>
  );
}

function IdentifierLine({ identifier: { kind, value } }: { identifier: Identifier }) {
  const t = useTranslations('customers');
  return (
    <FactLine term={t(`identifierKinds.${kind}`)}>
      <span className="flex items-start gap-1">
        <span className="wrap-anywhere min-w-0 flex-1">{value}</span>
        <CopyButton text={value} label={t('copyValue', { value })} className="-my-1 -mr-1.5" />
      </span>
    </FactLine>
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
    <FactLine term={channels(channel)}>
      <Badge tone={tones[state]} dot>
        {t(state)}
      </Badge>
    </FactLine>
  );
}
