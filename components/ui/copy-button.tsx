// Copies a text and says so for a moment.
'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './button';

interface CopyButtonProps {
  text: string;
  /** Names what is copied for screen readers; shown as the button's text with `children`. */
  label?: string;
  className?: string;
  children?: ReactNode;
}

export function CopyButton({ text, label, className, children }: CopyButtonProps) {
  const t = useTranslations('common');
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () => navigator.clipboard.writeText(text).then(() => setIsCopied(true));
  const icon = isCopied ? <Check aria-hidden className="text-success" /> : <Copy aria-hidden />;
  return (
    <>
      {children ? (
        <Button className={className} onClick={copy}>
          {icon}
          {children}
        </Button>
      ) : (
        <Button
          variant="ghost"
          size="icon-sm"
          className={className}
          onClick={copy}
          aria-label={label ?? t('copy')}
        >
          {icon}
        </Button>
      )}
      <span role="status" className="sr-only">
        {isCopied ? t('copied') : ''}
      </span>
    </>
  );
}
