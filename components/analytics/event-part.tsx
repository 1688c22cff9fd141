// One event of a retention report, and what its properties must say.
'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { blankTest } from '@/components/condition/blank-line';
import { PropertyTests } from '@/components/condition/property-tests';
import { seenSuggestions } from '@/components/condition/seen-suggestions';
import { Button } from '@/components/ui/button';
import type { Test } from '@/lib/core/condition/condition';
import { seenPropertiesQuery } from '@/lib/queries/seen';
import { FormChoice } from './form-choice';
import { testsFrom, testsText } from './tests-text';

interface EventPartProps {
  name: 'start' | 'returns';
  event: string;
  /** Its filters as the address writes them. */
  where: string | undefined;
  names: readonly string[];
}

const MOST = 20;

export function EventPart({ name, event, where, names }: EventPartProps) {
  const t = useTranslations('analytics.form');
  const words = useTranslations('forms.condition');
  const [chosen, setChosen] = useState(event);
  const [tests, setTests] = useState<readonly Test[]>(() => testsFrom(where));
  const seen = useQuery(seenPropertiesQuery(chosen));
  const all = names.includes(event) ? names : [event, ...names];
  const written = testsText(tests);
  return (
    <fieldset aria-label={t(name)} className="flex min-w-0 flex-col gap-2">
      <FormChoice name={name} label={t(name)} value={chosen} onChange={setChosen}>
        {all.map((one) => [one, one])}
      </FormChoice>
      <PropertyTests
        label={(number) => words('whereRow', { number })}
        first={words('where')}
        tests={tests}
        suggestions={seenSuggestions(seen.data).filter(({ value }) => !value.includes('[]'))}
        onChange={setTests}
      />
      {written !== null && <input type="hidden" name={`${name}Where`} value={written} />}
      {tests.length < MOST && (
        <Button
          type="button"
          size="sm"
          variant="ghost"
          className="self-start"
          onClick={() => setTests([...tests, blankTest('property')])}
        >
          <Plus aria-hidden />
          {words('addWhere')}
        </Button>
      )}
    </fieldset>
  );
}
