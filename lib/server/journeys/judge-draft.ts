// A draft's program and everything wrong with it, in sentences: the compiler's judgement plus that of the template engine.
import { createTranslator } from 'next-intl';
import type { ProblemEntry } from '@/lib/core/api/journey';
import type { Program } from '@/lib/core/engine/program';
import { compile } from '@/lib/core/journey/compile';
import type { JourneyDocument } from '@/lib/core/journey/document';
import type { Problem } from '@/lib/core/journey/problem';
import { destinationsIn, type FieldSource, templatesIn } from '@/lib/core/journey/server-fields';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Actor } from '../actor';
import { checkTemplate } from '../channels/liquid';
import { checkDestination } from '../outgoing/check-destination';
import { perReader } from '../per-reader';
import { referenceProblems } from './reference-problems';

const sentence = perReader((locale) =>
  createTranslator({ locale, messages: catalogues[locale], namespace: 'problems' }),
);

export interface Judged {
  /** Null where any problem is an error. */
  readonly program: Program | null;
  readonly problems: readonly ProblemEntry[];
}

export async function judgeDraft(actor: Actor, document: JourneyDocument): Promise<Judged> {
  const { program, problems: found } = compile(document);
  const judged = await Promise.all([
    ...templatesIn(document).map(templateProblem),
    ...destinationsIn(document).map(destinationProblem),
  ]);
  const missing = await referenceProblems(actor, document);
  const broken = [...judged.filter((problem) => problem !== null), ...missing];
  const isBlocked = broken.some(({ grade }) => grade === 'error');
  return { program: isBlocked ? null : program, problems: [...found, ...broken].map(entryOf) };
}

async function templateProblem({ nodeId, field, source }: FieldSource): Promise<Problem | null> {
  const wrong = await checkTemplate(source);
  return wrong && { code: 'bad-template', grade: 'error', nodeId, field, params: { detail: wrong.message } };
}

/** A name that does not resolve today may tomorrow; text that is no address is the compiler's to judge. */
const PASSING = ['bad-url', 'unknown-host'];

async function destinationProblem({ nodeId, field, source }: FieldSource): Promise<Problem | null> {
  const checked = await checkDestination(source);
  if (checked.ok || PASSING.includes(checked.refusal.code)) return null;
  return {
    code: 'forbidden-address',
    grade: 'error',
    nodeId,
    field,
    params: { detail: checked.refusal.message },
  };
}

function entryOf({ params, ...problem }: Problem): ProblemEntry {
  return { ...problem, message: sentence()(problem.code, { ...params }) };
}
