// A mark of a drawing that leads to the people behind it.
import Link from 'next/link';
import type { ReactNode } from 'react';

interface BehindProps {
  href: string | undefined;
  children: ReactNode;
}

/** The same figure is a link of the table beside the drawing, which is the one for the keyboard. */
export function Behind({ href, children }: BehindProps) {
  if (href === undefined) return children;
  return (
    <Link href={href} prefetch={false} tabIndex={-1} className="hover:opacity-80">
      {children}
    </Link>
  );
}
