// The shape of what is coming, while it loads. The page around it says "loading" to screen readers once.
import { cn } from './cn';

export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('block animate-pulse rounded-xs bg-ink/7', className)} />;
}
