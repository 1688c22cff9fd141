// Who the customer of a test is, when it begins and ends, and what happens in between.
'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { NativeSelect } from '@/components/ui/native-select';
import type { Given, JourneyTest } from '@/lib/core/journey-test/journey-test';
import { EventsEditor } from './events-editor';
import { FactsEditor } from './facts-editor';
import { GivenEditor } from './given-editor';
import { SpanField } from './span-field';

interface TestFieldsProps {
  test: JourneyTest;
  onChange: (test: JourneyTest) => void;
  errorOf: (field: string) => string | undefined;
}

const nothing: Given = { segments: [], products: [], answers: {}, past: [] };
const channels = ['email', 'sms'] as const;

export function TestFields({ test, onChange, errorOf }: TestFieldsProps) {
  return (
    <>
      <Frame test={test} onChange={onChange} errorOf={errorOf} />
      <Person test={test} onChange={onChange} errorOf={errorOf} />
      <GivenEditor
        value={test.given ?? nothing}
        onChange={(given) => onChange({ ...test, given })}
        errorOf={(field) => errorOf(`given.${field}`)}
      />
      <EventsEditor
        value={test.events}
        onChange={(events) => onChange({ ...test, events })}
        errorOf={errorOf}
      />
    </>
  );
}

/** What it is called, when it begins and how long it is watched. */
function Frame({ test, onChange, errorOf }: TestFieldsProps) {
  const t = useTranslations('journeyTests.editor');
  const begin = (text: string) => {
    const at = Date.parse(`${text}Z`);
    if (!Number.isNaN(at)) onChange({ ...test, startsAt: new Date(at).toISOString() });
  };
  return (
    <section className="flex flex-col gap-3">
      <Field label={t('name')} hint={t('nameHint')} error={errorOf('name')}>
        <Input
          value={test.name}
          maxLength={120}
          onChange={({ target }) => onChange({ ...test, name: target.value })}
        />
      </Field>
      <div className="flex flex-wrap gap-4">
        <Field label={t('startsAt')} error={errorOf('startsAt')} className="w-56">
          <Input
            type="datetime-local"
            value={test.startsAt.slice(0, 16)}
            onChange={({ target }) => begin(target.value)}
          />
        </Field>
        <Field label={t('until')} error={errorOf('until')}>
          <SpanField
            label={t('until')}
            value={test.until}
            onChange={(until) => onChange({ ...test, until })}
          />
        </Field>
      </div>
    </section>
  );
}

function Person({ test, onChange, errorOf }: TestFieldsProps) {
  const t = useTranslations('journeyTests.editor');
  const { customer } = test;
  const { consents } = customer;
  const change = (changes: Partial<JourneyTest['customer']>) =>
    onChange({ ...test, customer: { ...customer, ...changes } });
  return (
    <section className="flex flex-col gap-3">
      <h3 className="font-semibold text-base">{t('customer')}</h3>
      <FactsEditor
        label={t('attributes')}
        add={t('addAttribute')}
        value={customer.attributes}
        error={errorOf('customer.attributes')}
        onChange={(attributes) => change({ attributes })}
      />
      <div className="flex flex-wrap gap-4">
        {channels.map((channel) => (
          <Field key={channel} label={t(`consents.${channel}`)} className="w-48">
            <NativeSelect
              value={consents?.[channel] === 'opted-out' ? 'opted-out' : 'not-asked'}
              onChange={({ target }) => {
                const state = target.value === 'opted-out' ? 'opted-out' : 'not-asked';
                change({ consents: { ...consents, [channel]: state } });
              }}
            >
              <option value="not-asked">{t('consents.not-asked')}</option>
              <option value="opted-out">{t('consents.opted-out')}</option>
            </NativeSelect>
          </Field>
        ))}
      </div>
    </section>
  );
}
