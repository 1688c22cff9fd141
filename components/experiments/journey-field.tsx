// Which journey an experiment belongs to. Choosing one opens its drawing.
'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';

interface JourneyFieldProps {
  journeys: readonly { readonly id: string; readonly name: string }[];
  value: string | null;
}

export function JourneyField({ journeys, value }: JourneyFieldProps) {
  const t = useTranslations('experiments.setUp');
  const router = useRouter();
  const [isPending, start] = useTransition();
  return (
    <div className="mb-5 max-w-md">
      <Field label={t('journey')} hint={t('journeyHint')}>
        <NativeSelect
          value={value ?? ''}
          disabled={isPending}
          onChange={({ target }) =>
            start(() => router.replace(`/experiments/new?journey=${target.value}`, { scroll: false }))
          }
        >
          <option value="" disabled>
            {t('chooseJourney')}
          </option>
          {journeys.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </Field>
    </div>
  );
}
