// One test, open: who, what happens, what is expected, and beside it what the drawing makes of it now.
'use client';

import { useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleX, Radio } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { documentOf } from '@/components/canvas/studio';
import { useStudio } from '@/components/canvas/studio-context';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { createJourneyTest, saveJourneyTest } from '@/lib/actions/journey-tests';
import type { NodeId } from '@/lib/core/engine/program';
import type { Id } from '@/lib/core/id';
import { expectationOf } from '@/lib/core/journey-test/expectation-of';
import type { JourneyTest } from '@/lib/core/journey-test/journey-test';
import { judgeTest } from '@/lib/core/journey-test/judge-test';
import { simulate } from '@/lib/core/journey-test/simulate';
import { journeyTestsQuery } from '@/lib/queries/journey-tests';
import { afterStart } from './after-start';
import { ExpectationEditor } from './expectation-editor';
import { TestFields } from './test-fields';
import { TraceView } from './trace-view';

interface TestEditorProps {
  /** Null for a test that is not kept yet. */
  id: Id<'jts'> | null;
  initial: JourneyTest;
  isReadOnly: boolean;
  onDone: () => void;
  onJump: (node: NodeId) => void;
}

export function TestEditor({ id, initial, isReadOnly, onDone, onJump }: TestEditorProps) {
  const t = useTranslations('journeyTests.editor');
  const [test, setTest] = useState(() => afterStart(initial));
  const journeyId = useStudio((studio) => studio.id);
  const document = useStudio(documentOf);
  const trace = useMemo(() => simulate(document, test, journeyId), [document, test, journeyId]);
  const verdict = judgeTest(trace, test.expected);
  const canRecord = trace.problems.length === 0 && !trace.isCut;
  const { save, isPending, errorOf } = useSaving(journeyId, id, onDone);
  return (
    <div className="flex min-h-full flex-col">
      <fieldset disabled={isReadOnly} className="flex min-w-0 flex-1 flex-col gap-7 p-5 max-sm:p-4">
        <TestFields test={test} onChange={setTest} errorOf={errorOf} />
        <section className="flex flex-col gap-3">
          <h3 className="font-semibold text-base">{t('expected')}</h3>
          <div className="flex flex-wrap items-center gap-3 rounded-md bg-sunken px-3 py-2.5">
            <p className="min-w-40 flex-1 text-muted text-sm">{t('recordHint')}</p>
            <Button
              size="sm"
              disabled={!canRecord}
              onClick={() => setTest({ ...test, expected: expectationOf(trace) })}
            >
              <Radio aria-hidden />
              {t('record')}
            </Button>
          </div>
          <ExpectationEditor value={test.expected} onChange={(expected) => setTest({ ...test, expected })} />
        </section>
      </fieldset>
      <section aria-label={t('now')} className="border-t bg-sunken/40 p-5 max-sm:p-4">
        <h3 className="mb-3 flex items-center gap-2 font-semibold text-base">
          {t('now')}
          <Verdict passed={verdict.passed} />
        </h3>
        <TraceView trace={trace} difference={verdict.passed ? null : verdict.difference} onJump={onJump} />
      </section>
      {!isReadOnly && (
        <footer className="sticky bottom-0 flex justify-end gap-2 border-t bg-raised px-5 py-3 max-sm:px-4">
          <Button onClick={onDone}>{t('cancel')}</Button>
          <Button variant="primary" isPending={isPending} onClick={() => save(test)}>
            {t('save')}
          </Button>
        </footer>
      )}
    </div>
  );
}

function Verdict({ passed }: { passed: boolean }) {
  const t = useTranslations('journeyTests.editor');
  const Icon = passed ? CircleCheck : CircleX;
  return (
    <span
      role="status"
      className={`flex items-center gap-1 text-sm ${passed ? 'text-success-ink' : 'text-danger-ink'}`}
    >
      <Icon className="size-4" aria-hidden />
      {t(passed ? 'passes' : 'fails')}
    </span>
  );
}

/** Refusals name fields of what was sent, in which the test is `test`. */
function useSaving(journeyId: Id<'jrn'>, id: Id<'jts'> | null, onDone: () => void) {
  const client = useQueryClient();
  const settle = () => {
    void client.invalidateQueries(journeyTestsQuery(journeyId));
    onDone();
  };
  const creating = useAct(createJourneyTest, settle);
  const saving = useAct(saveJourneyTest, settle);
  const save = (test: JourneyTest) =>
    id === null ? creating.act({ id: journeyId, test }) : saving.act({ id: journeyId, testId: id, test });
  const { isPending, errorOf } = id === null ? creating : saving;
  return { save, isPending, errorOf: (field: string) => errorOf(`test.${field}`) };
}
