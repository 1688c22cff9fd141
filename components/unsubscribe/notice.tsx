// The one card of the public unsubscribe page: a mark, a sentence, what it means, and perhaps something to do.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

interface NoticeProps {
  icon: LucideIcon;
  tone: 'ask' | 'done' | 'bad';
  /** Whose messages this is about; left out where nobody knows. */
  brand?: string;
  title: string;
  children: ReactNode;
}

const tones = {
  ask: 'bg-accent-soft text-accent-ink',
  done: 'bg-success-soft text-success-ink',
  bad: 'bg-warning-soft text-warning-ink',
};

export function Notice({ icon: Icon, tone, brand, title, children }: NoticeProps) {
  return (
    <Card className="w-full max-w-md p-8 text-center max-sm:p-6">
      {brand && <p className="mb-6 truncate font-semibold text-muted text-sm">{brand}</p>}
      <span className={`mx-auto mb-5 flex size-14 items-center justify-center rounded-full ${tones[tone]}`}>
        <Icon aria-hidden className="size-6" />
      </span>
      <h1 className="text-balance font-semibold text-xl">{title}</h1>
      <div className="mt-3 flex flex-col gap-3 text-pretty text-muted text-sm">{children}</div>
    </Card>
  );
}
