// Problems of the journey, one under the other, each by the name of its step.
import type { Problem } from '@/lib/core/journey/problem';
import { ProblemLine } from './problem-line';

interface ProblemLinesProps {
  problems: readonly Problem[];
  className: string;
  /** What else happens when one is chosen. */
  onOpen: () => void;
}

export function ProblemLines({ problems, className, onOpen }: ProblemLinesProps) {
  return (
    <ul className={className}>
      {problems.map((problem) => (
        <ProblemLine
          key={`${problem.code} ${problem.nodeId} ${problem.field}`}
          problem={problem}
          isNamed
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
}
