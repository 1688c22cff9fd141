// Takes a line or a group out of a condition.
import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';

interface RemoveButtonProps {
  label: string;
  onClick: () => void;
  className?: string;
}

export function RemoveButton({ label, onClick, className }: RemoveButtonProps) {
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={label}
      title={label}
      onClick={onClick}
      className={className}
    >
      <X aria-hidden />
    </Button>
  );
}
