// How far something is that takes a while.
import { cn } from './cn';

interface ProgressProps {
  /** Names what is under way for screen readers. */
  label: string;
  /** 0 to 1. */
  share: number;
  className?: string;
}

export function Progress({ label, share, className }: ProgressProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className={cn('h-1.5 w-full overflow-hidden rounded-full bg-ink/8', className)}
    >
      <div
        className="h-full rounded-full bg-accent transition-[width] duration-180"
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}
