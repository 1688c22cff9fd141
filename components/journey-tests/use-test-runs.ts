// The tests of the journey at hand, each run on the drawing as it is on screen.
'use client';

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { documentOf } from '@/components/canvas/studio';
import { useStudio } from '@/components/canvas/studio-context';
import type { JourneyTestEntry } from '@/lib/core/api/journey-test';
import { unreadable, type Verdict } from '@/lib/core/journey-test/difference';
import { judgeTest } from '@/lib/core/journey-test/judge-test';
import { simulate } from '@/lib/core/journey-test/simulate';
import { journeyTestsQuery } from '@/lib/queries/journey-tests';

export interface TestRun {
  readonly entry: JourneyTestEntry;
  readonly verdict: Verdict;
}

/** @param isNeeded whether anybody looks; nothing is loaded or run before */
export function useTestRuns(isNeeded = true) {
  const id = useStudio((studio) => studio.id);
  // Typing comes first: the tests catch up when the browser has time.
  const document = useDeferredValue(useStudio(documentOf));
  const { data, error, refetch } = useQuery({ ...journeyTestsQuery(id), enabled: isNeeded });
  const runs = useMemo(
    () =>
      data?.data.map((entry): TestRun => {
        if (!entry.test) return { entry, verdict: { passed: false, difference: unreadable } };
        const trace = simulate(document, entry.test, entry.journeyId);
        return { entry, verdict: judgeTest(trace, entry.test.expected) };
      }),
    [data, document],
  );
  return { runs, failing: runs?.filter(({ verdict }) => !verdict.passed) ?? [], error, refetch };
}
