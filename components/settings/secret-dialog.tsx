// Shows a secret the one time it can be seen.
'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog, DialogContent } from '@/components/ui/dialog';

interface SecretDialogProps {
  title: string;
  description: string;
  /** The words of whoever has put it away. */
  done: string;
  secret: string;
  onClose: () => void;
}

export function SecretDialog({ title, description, done, secret, onClose }: SecretDialogProps) {
  const t = useTranslations('common');
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={title}
        description={description}
        className="sm:max-w-lg"
        footer={
          <>
            <CopyButton text={secret}>{t('copy')}</CopyButton>
            <Button variant="primary" onClick={onClose}>
              {done}
            </Button>
          </>
        }
      >
        <code className="wrap-anywhere block select-all rounded-md border bg-sunken px-3 py-2.5 font-mono text-sm">
          {secret}
        </code>
      </DialogContent>
    </Dialog>
  );
}
