// The mark: one line, and the person on it.
import { cn } from '@/components/ui/cn';

export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden className={cn('size-6 shrink-0', className)}>
      <path
        d="M2.5 17.5C8.5 17.5 9 14.5 12 12s3.5-5.5 9.5-5.5"
        className="stroke-accent"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="12" cy="12" r="3.6" className="fill-person" />
    </svg>
  );
}
