// Says that something is under way where a skeleton would be too much.
import { cn } from './cn';

export function Spinner({ label, className }: { label?: string; className?: string }) {
  const named = label ? { role: 'status' as const, 'aria-label': label } : { 'aria-hidden': true as const };
  return (
    <span
      {...named}
      className={cn(
        'inline-block size-4 shrink-0 animate-spin rounded-full border-[1.75px] border-current border-r-transparent opacity-70',
        className,
      )}
    />
  );
}
