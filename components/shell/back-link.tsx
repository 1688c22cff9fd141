// The way back, from a result to all of them and from people to their result.
import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="inline-flex items-center gap-1 rounded-xs text-muted text-sm hover:text-ink">
      <ChevronLeft className="size-4" aria-hidden />
      {children}
    </Link>
  );
}
