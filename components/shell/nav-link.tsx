// One entry of the rail.
'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

interface NavLinkProps {
  href: string;
  icon: ReactNode;
  label: string;
  isCurrent: boolean;
  isCollapsed: boolean;
}

export function NavLink({ href, icon, label, isCurrent, isCollapsed }: NavLinkProps) {
  return (
    <Link
      href={href}
      title={isCollapsed ? label : undefined}
      aria-current={isCurrent ? 'page' : undefined}
      className={cn(
        'flex h-8.5 items-center gap-2.5 rounded-sm border border-transparent font-medium text-muted text-sm transition-colors [&_svg]:size-4.5 [&_svg]:shrink-0',
        isCollapsed ? 'justify-center' : 'px-2.5',
        isCurrent
          ? 'border-line bg-surface text-ink shadow-low [&_svg]:text-accent'
          : 'hover:bg-ink/5 hover:text-ink',
      )}
    >
      {icon}
      <span className={isCollapsed ? 'sr-only' : 'truncate'}>{label}</span>
    </Link>
  );
}
