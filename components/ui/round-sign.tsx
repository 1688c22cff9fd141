// A small round sign that says something about what it sits on.
import type { ComponentType, SVGProps } from 'react';
import { cn } from './cn';

interface RoundSignProps {
  icon: ComponentType<SVGProps<SVGSVGElement>>;
  label: string;
  className: string;
}

export function RoundSign({ icon: Icon, label, className }: RoundSignProps) {
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={cn('flex size-5 items-center justify-center rounded-full ring-2 ring-page', className)}
    >
      <Icon className="size-3" strokeWidth={3} aria-hidden />
    </span>
  );
}
