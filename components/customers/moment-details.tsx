// The foldable part of a moment on the timeline.
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

export function MomentDetails({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group/details mt-0.5">
      <summary className="inline-flex items-center gap-1 rounded-xs text-muted text-xs hover:text-ink">
        <ChevronRight className="size-3.5 transition-transform group-open/details:rotate-90" aria-hidden />
        {label}
      </summary>
      <div className="mt-2 flex flex-col gap-2 pb-1">{children}</div>
    </details>
  );
}
