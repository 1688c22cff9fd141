// The method of an endpoint: reading looks calm, changing does not.
import { Badge, type BadgeTone } from '@/components/ui/badge';

const tones: Readonly<Record<string, BadgeTone>> = {
  get: 'info',
  post: 'success',
  put: 'warning',
  delete: 'danger',
};

export function MethodBadge({ method }: { method: string }) {
  return (
    <Badge tone={tones[method] ?? 'neutral'} className="min-w-11 justify-center font-mono uppercase">
      {method}
    </Badge>
  );
}
