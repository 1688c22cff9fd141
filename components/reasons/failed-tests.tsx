// The tests of a filter that kept somebody out, each with the value that was found.
import type { FailedTest } from '@/lib/core/api/why';

export function FailedTests({ failed }: { failed: readonly FailedTest[] }) {
  if (failed.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-col gap-0.5 text-sm">
      {failed.map(({ name, operator, sentence }) => (
        <li
          key={`${name} ${operator} ${sentence}`}
          className="wrap-anywhere border-warning/60 border-l-2 pl-2.5 first-letter:uppercase"
        >
          {sentence}
        </li>
      ))}
    </ul>
  );
}
