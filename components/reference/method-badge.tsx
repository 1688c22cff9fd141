// The method of an endpoint: reading looks calm, changing does not.
import { Badge, type BadgeTone } from '@/components/ui/badge';

const tones: Readonly<Record<string, BadgeTone>> = { get: 'info', post: 'success', put: 'warning' };

export function MethodBadge({ method }: { method: string }) {
  return (
    <Badge tone={tones[method] ?? 'neutral'} className="w-11 justify-center font-mono uppercase">
      {method}
    </Badge>
  );
}
