// The problems of a drawing, sorted by node once, so that a card looks up its own and re-renders only when they change.
import type { NodeId } from '@/lib/core/engine/program';
import type { Problem, ProblemGrade } from '@/lib/core/journey/problem';
import { isSameJson } from '@/lib/core/json';

export interface KnownProblems {
  readonly all: readonly Problem[];
  readonly byNode: ReadonlyMap<NodeId, readonly Problem[]>;
  readonly counts: Readonly<Record<ProblemGrade, number>>;
}

export const noProblems: KnownProblems = {
  all: [],
  byNode: new Map(),
  counts: { error: 0, warning: 0, advice: 0 },
};

const grades: readonly ProblemGrade[] = ['error', 'warning', 'advice'];
const none: readonly Problem[] = [];

export function problemsAt({ byNode }: KnownProblems, id: NodeId | null): readonly Problem[] {
  return (id && byNode.get(id)) || none;
}

/** The gravest grade among problems, or null where there are none. */
export function worstOf(problems: readonly Problem[]): ProblemGrade | null {
  return grades.find((grade) => problems.some((problem) => problem.grade === grade)) ?? null;
}

/** Lists that did not change since `before` stay the very same lists. */
export function knowProblems(found: readonly Problem[], before: KnownProblems): KnownProblems {
  const all = [...found].sort((a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade));
  if (isSameJson(all, before.all)) return before;
  const fresh = new Map<NodeId, Problem[]>();
  for (const problem of all) {
    if (problem.nodeId === null) continue;
    const own = fresh.get(problem.nodeId) ?? [];
    fresh.set(problem.nodeId, [...own, problem]);
  }
  const byNode = new Map<NodeId, readonly Problem[]>();
  for (const [id, own] of fresh) {
    const known = problemsAt(before, id);
    byNode.set(id, isSameJson(own, known) ? known : own);
  }
  const countOf = (grade: ProblemGrade) => all.filter((problem) => problem.grade === grade).length;
  const counts = { error: countOf('error'), warning: countOf('warning'), advice: countOf('advice') };
  return { all, byNode, counts };
}
