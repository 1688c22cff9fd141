// When nobody is written to, on the customer's own clock.
'use client';

import { useTranslations } from 'next-intl';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Switch } from '@/components/ui/switch';
import { PersonalChannel } from '@/lib/core/policy/delivery-policy';
import type { RulesPartProps } from './sending-form';
import { useQuietSentence } from './use-rule-sentences';

export function QuietHoursCard({ value, onChange, errorOf }: RulesPartProps) {
  const t = useTranslations('sending.quiet');
  const { quietHours } = value;
  const sentence = useQuietSentence()(quietHours);
  const change = (part: Partial<typeof quietHours>) => onChange({ quietHours: { ...quietHours, ...part } });
  return (
    <Card aria-label={t('title')}>
      <CardHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Switch
            aria-label={t('label')}
            checked={quietHours.isOn}
            onCheckedChange={(isOn) => change({ isOn })}
          />
        }
      />
      <CardBody className="flex flex-col gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t('from')} error={errorOf('quietHours.from')}>
            <Input
              type="time"
              value={quietHours.from}
              onChange={({ target }) => change({ from: target.value })}
            />
          </Field>
          <Field label={t('to')} error={errorOf('quietHours.to')}>
            <Input
              type="time"
              value={quietHours.to}
              onChange={({ target }) => change({ to: target.value })}
            />
          </Field>
        </div>
        <Channels chosen={quietHours.channels} onChange={(channels) => change({ channels })} />
        <p className="text-muted text-sm">{sentence}</p>
      </CardBody>
    </Card>
  );
}

interface ChannelsProps {
  chosen: readonly PersonalChannel[];
  onChange: (channels: PersonalChannel[]) => void;
}

function Channels({ chosen, onChange }: ChannelsProps) {
  const t = useTranslations('sending.quiet');
  const channels = useTranslations('common.channels');
  const toggle = (channel: PersonalChannel) =>
    onChange(PersonalChannel.options.filter((one) => chosen.includes(one) !== (one === channel)));
  return (
    <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
      <legend className="mb-1.5 font-medium text-sm">{t('channels')}</legend>
      {PersonalChannel.options.map((channel) => (
        <label key={channel} className="flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={chosen.includes(channel)}
            onChange={() => toggle(channel)}
          />
          {channels(channel)}
        </label>
      ))}
    </fieldset>
  );
}
