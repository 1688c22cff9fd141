// How fast messages may leave, so that a provider is not run over.
'use client';

import { useTranslations } from 'next-intl';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { RulesPartProps } from './sending-form';

const channels = ['email', 'sms', 'webhook'] as const;

export function ThrottleCard({ value, onChange, errorOf }: RulesPartProps) {
  const t = useTranslations('sending.throttle');
  const names = useTranslations('common.channels');
  const { throttles } = value;
  return (
    <Card aria-label={t('title')}>
      <CardHeader title={t('title')} description={t('description')} />
      <CardBody>
        <div className="grid gap-3 sm:grid-cols-3">
          {channels.map((channel) => (
            <Field
              key={channel}
              label={t('perMinute', { channel: names(channel) })}
              error={errorOf(`throttles.${channel}`)}
            >
              <Input
                inputMode="numeric"
                className="tabular"
                placeholder={t('none')}
                value={throttles[channel]}
                onChange={({ target }) => onChange({ throttles: { ...throttles, [channel]: target.value } })}
              />
            </Field>
          ))}
        </div>
      </CardBody>
    </Card>
  );
}
