// An e-mail as the customer sees it, in a frame where nothing runs: no scripts, no forms, no reach into the studio.
'use client';

import { Monitor, Smartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { JsonObject } from '@/lib/core/json';
import { textIn } from './content';

/** Pictures and inline styles only; links open nothing because the frame is sandboxed without pop-ups. */
const policy =
  "default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'; font-src https: data:; base-uri 'none'; form-action 'none'";

export function frameOf(html: string): string {
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer">${html}`;
}

export function EmailPreview({ content }: { content: JsonObject }) {
  const t = useTranslations('messages.detail.preview');
  const [width, setWidth] = useState<'desktop' | 'phone'>('desktop');
  const html = textIn(content, 'html');
  if (!html) return <p className="text-muted text-sm">{t('noHtml')}</p>;
  return (
    <div className="flex flex-col items-center gap-3">
      <SegmentedControl
        className="max-sm:hidden"
        label={t('width')}
        value={width}
        onValueChange={setWidth}
        options={[
          { value: 'desktop', label: <Monitor aria-hidden />, title: t('desktop') },
          { value: 'phone', label: <Smartphone aria-hidden />, title: t('phone') },
        ]}
      />
      <iframe
        title={t('frame')}
        sandbox=""
        referrerPolicy="no-referrer"
        srcDoc={frameOf(html)}
        className={cn(
          'h-[max(26rem,calc(100dvh-22rem))] w-full rounded-md border bg-white shadow-low transition-[max-width] duration-180',
          width === 'phone' ? 'max-w-[375px]' : 'max-w-full',
        )}
      />
    </div>
  );
}
