// A draft's program and everything wrong with it, in sentences: the compiler's judgement plus that of the template engine.
import { createTranslator } from 'next-intl';
import type { ProblemEntry } from '@/lib/core/api/journey';
import type { Program } from '@/lib/core/engine/program';
import { compile } from '@/lib/core/journey/compile';
import type { JourneyDocument } from '@/lib/core/journey/document';
import type { Problem } from '@/lib/core/journey/problem';
import { type Template, templatesIn } from '@/lib/core/journey/templates';
import problems from '@/lib/i18n/en/problems.json';
import { checkTemplate } from '../channels/liquid';

const sentence = createTranslator({ locale: 'en', messages: { problems }, namespace: 'problems' });

export interface Judged {
  /** Null where any problem is an error. */
  readonly program: Program | null;
  readonly problems: readonly ProblemEntry[];
}

export async function judgeDraft(document: JourneyDocument): Promise<Judged> {
  const { program, problems: found } = compile(document);
  const templates = await Promise.all(templatesIn(document).map(templateProblem));
  const broken = templates.filter((problem) => problem !== null);
  return { program: broken.length > 0 ? null : program, problems: [...found, ...broken].map(entryOf) };
}

async function templateProblem({ nodeId, field, source }: Template): Promise<Problem | null> {
  const wrong = await checkTemplate(source);
  return wrong && { code: 'bad-template', grade: 'error', nodeId, field, params: { detail: wrong.message } };
}

function entryOf({ params, ...problem }: Problem): ProblemEntry {
  return { ...problem, message: sentence(problem.code, { ...params }) };
}
