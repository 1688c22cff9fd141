// A number that leads to the people behind it.
import Link from 'next/link';
import type { ReactNode } from 'react';

export function SideLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="rounded-xs underline-offset-2 hover:underline">
      {children}
    </Link>
  );
}
