// Live problems: the compiler judges every drawing shortly after it changed, the server its templates once it is saved.
'use client';

import { useEffect, useState } from 'react';
import { compile } from '@/lib/core/journey/compile';
import type { Problem } from '@/lib/core/journey/problem';
import { knowProblems } from './known-problems';
import { documentOf } from './studio';
import type { StudioActions } from './studio-actions';
import { useStudio, useStudioStore } from './studio-context';

const PAUSE_MS = 120;

export function useJudging(check: StudioActions['check']): void {
  const store = useStudioStore();
  const document = useStudio(documentOf);
  const templates = useTemplateProblems(check);
  useEffect(() => {
    const judge = () => {
      const known = new Set(document.nodes.map(({ id }) => id));
      const broken = templates.filter(({ nodeId }) => nodeId !== null && known.has(nodeId));
      const found = [...compile(document).problems, ...broken];
      store.update((studio) => {
        const problems = knowProblems(found, studio.problems);
        return problems === studio.problems ? studio : { ...studio, problems };
      });
    };
    const timer = setTimeout(judge, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [document, templates, store]);
}

const none: readonly Problem[] = [];

/** What no compiler can see from the drawing alone. */
const judgedByServer: readonly Problem['code'][] = [
  'bad-template',
  'journey-not-startable',
  'pool-missing',
  'segment-missing',
  'journey-missing',
];

/** What the template engine says about the saved draft. It is asked again after each save. */
function useTemplateProblems(check: StudioActions['check']): readonly Problem[] {
  const store = useStudioStore();
  const revision = useStudio((studio) => studio.saving.stored.revision);
  const [found, setFound] = useState(none);
  useEffect(() => {
    let isCurrent = true;
    check({ id: store.read().id })
      .then((checked) => {
        if (!isCurrent || !checked.ok || checked.value.draftRevision !== revision) return;
        const broken = checked.value.problems.filter(({ code }) => judgedByServer.includes(code));
        setFound(broken.map(({ message, ...problem }) => ({ ...problem, params: { detail: message } })));
      })
      // Away: what was known stays; the next save asks again, and publishing judges in any case.
      .catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [revision, check, store]);
  return found;
}
