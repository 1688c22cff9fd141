// A channel's sign in its own colour.
import { Mail, MessageSquareText, Webhook } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { Channel } from '@/lib/core/api/message';

const signs = {
  email: { icon: Mail, look: 'bg-email-soft text-email-ink' },
  sms: { icon: MessageSquareText, look: 'bg-sms-soft text-sms-ink' },
  webhook: { icon: Webhook, look: 'bg-webhook-soft text-webhook-ink' },
} as const satisfies Record<Channel, unknown>;

export function ChannelIcon({ channel, className }: { channel: Channel; className?: string }) {
  const { icon: Icon, look } = signs[channel];
  return (
    <span
      aria-hidden
      className={cn(
        'flex size-8 shrink-0 items-center justify-center rounded-md [&_svg]:size-4',
        look,
        className,
      )}
    >
      <Icon />
    </span>
  );
}
