// A line under a figure: its interval, or why there is none.
import type { ReactNode } from 'react';

export function SmallLine({ children }: { children: ReactNode }) {
  return <span className="block text-muted text-xs sm:whitespace-nowrap">{children}</span>;
}
