// The keys of the canvas.
'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

const arrows = ['↑', '↓', '←', '→'];
const deeds = [
  ...(['add', 'find', 'undo', 'redo', 'pick', 'everything'] as const),
  ...(['copy', 'paste', 'duplicate', 'close', 'help'] as const),
] as const;

interface KeysDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function KeysDialog({ isOpen, onOpenChange }: KeysDialogProps) {
  const t = useTranslations('canvas.keys');
  const docs = useTranslations('docs.nodes');
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent title={t('title')}>
        <dl className="divide-y">
          <Line label={t('walk')} keys={arrows} />
          <Line label={t('open')} keys={[t('names.enter')]} />
          <Line label={t('remove')} keys={[t('names.delete')]} />
          {deeds.map((deed) => (
            <Line key={deed} label={t(deed)} keys={t(`names.${deed}`).split(' ')} />
          ))}
        </dl>
        <Link href="/docs/nodes" className="text-muted text-sm underline underline-offset-3 hover:text-ink">
          {docs('all')}
        </Link>
      </DialogContent>
    </Dialog>
  );
}

function Line({ label, keys }: { label: string; keys: readonly string[] }) {
  return (
    <div className="flex items-center justify-between py-2 text-sm">
      <dt>{label}</dt>
      <dd className="flex gap-1">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </div>
  );
}
