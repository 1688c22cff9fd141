// Ways to look at one thing, side by side: each is an address, and the one that is shown is marked.
import Link from 'next/link';
import { cn } from '@/components/ui/cn';

interface TabLinksProps {
  /** What the tabs choose. */
  label: string;
  tabs: readonly {
    readonly href: string;
    readonly text: string;
    readonly isShown: boolean;
  }[];
}

export function TabLinks({ label, tabs }: TabLinksProps) {
  return (
    <nav aria-label={label} className="mb-3 flex flex-wrap gap-x-5 border-b">
      {tabs.map(({ href, text, isShown }) => (
        <Link
          key={text}
          href={href}
          scroll={false}
          aria-current={isShown ? 'page' : undefined}
          className={cn(
            '-mb-px whitespace-nowrap border-b-2 py-2.5 font-medium text-sm',
            isShown ? 'border-accent' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
