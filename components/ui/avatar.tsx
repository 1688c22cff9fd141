// A person without a picture: the initials, on a tint that stays the same for the same name.
import { cn } from './cn';

const tints = [
  'bg-entry-soft text-entry-ink',
  'bg-flow-soft text-flow-ink',
  'bg-message-soft text-message-ink',
  'bg-data-soft text-data-ink',
  'bg-sms-soft text-sms-ink',
  'bg-webhook-soft text-webhook-ink',
  'bg-person-soft text-person-ink',
] as const;

export function Avatar({ name, className }: { name: string; className?: string }) {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span
      aria-hidden
      className={cn(
        'inline-flex size-8 shrink-0 items-center justify-center rounded-full font-semibold text-2xs uppercase',
        tints[sum % tints.length],
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.split('@')[0]?.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = '?', last = ''] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`;
}
