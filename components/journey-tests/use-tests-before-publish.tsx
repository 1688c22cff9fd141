// What the tests have to say before a publish: the ones that fail, and whether it was chosen to go on all the same.
'use client';

import { type ReactNode, useState } from 'react';
import { FailingTests } from './failing-tests';
import { useTestRuns } from './use-test-runs';

interface TestsBeforePublish {
  /** Null where nothing fails. */
  readonly warning: ReactNode;
  readonly holdUp: boolean;
  readonly ignoreFailingTests: boolean;
}

export function useTestsBeforePublish(): TestsBeforePublish {
  const { failing } = useTestRuns();
  const [isIgnored, setIgnored] = useState(false);
  const hasFailed = failing.length > 0;
  const warning = hasFailed && <FailingTests failing={failing} isIgnored={isIgnored} onIgnore={setIgnored} />;
  return { warning: warning || null, holdUp: hasFailed && !isIgnored, ignoreFailingTests: isIgnored };
}
