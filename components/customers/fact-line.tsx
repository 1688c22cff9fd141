// One fact about a customer: what it is called, and what it is.
import type { ReactNode } from 'react';
import { BreakableName } from './breakable-name';

export function FactLine({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(5.5rem,2fr)_3fr] items-baseline gap-3 text-sm">
      <dt className="wrap-anywhere text-muted">
        <BreakableName name={term} />
      </dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
