// The message that is being written, as a real customer would get it.
'use client';

import { ChevronDown } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { textIn } from '@/components/messages/content';
import { frameOf } from '@/components/messages/email-preview';
import { cn } from '@/components/ui/cn';
import { Spinner } from '@/components/ui/spinner';
import type { MessagePreview as Preview } from '@/lib/core/api/preview';
import type { JourneyNode } from '@/lib/core/journey/document';
import { savedSamples } from '@/lib/core/journey/saved-samples';
import { documentOf } from './studio';
import { useStudio } from './studio-context';
import { type Message, usePreview } from './use-preview';

export function MessagePreview({ node }: { node: JourneyNode }) {
  return node.type === 'send-email' || node.type === 'send-sms' ? <Section node={node} /> : null;
}

function Section({ node }: { node: Message }) {
  const t = useTranslations('canvas.preview');
  const format = useFormatter();
  const [isOpen, setOpen] = useState(false);
  const answer = usePreview(node, isOpen);
  const document = useStudio(documentOf);
  const saved = Object.keys(savedSamples(document, node.id));
  return (
    <section className="mt-6 border-t pt-3">
      <button
        type="button"
        aria-expanded={isOpen}
        className="-mx-2 flex w-[calc(100%+1rem)] items-center justify-between rounded-sm px-2 py-1.5 font-medium text-sm hover:bg-ink/5"
        onClick={() => setOpen(!isOpen)}
      >
        {t('title')}
        <ChevronDown
          className={cn('size-4 text-muted transition-transform', isOpen && 'rotate-180')}
          aria-hidden
        />
      </button>
      {isOpen && (
        <div className="mt-2">
          {answer === null && <Spinner label={t('making')} />}
          {answer?.ok && <Shown preview={answer.value} />}
          {answer?.ok && saved.length > 0 && (
            <p className="mt-2 text-muted text-xs">{t('samples', { names: format.list(saved) })}</p>
          )}
          {answer && !answer.ok && (
            <p className="rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-ink">
              {answer.refusal.message}
            </p>
          )}
        </div>
      )}
    </section>
  );
}

function Shown({ preview: { customerLabel, content } }: { preview: Preview }) {
  const t = useTranslations('canvas.preview');
  const html = textIn(content, 'html');
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted text-xs">
        {customerLabel ? t('for', { customer: customerLabel }) : t('forNobody')}
      </p>
      {html ? (
        <div className="overflow-hidden rounded-md border bg-white shadow-low">
          <p className="truncate border-b bg-sunken px-3 py-2 font-medium text-ink text-sm">
            {textIn(content, 'subject')}
          </p>
          <iframe
            title={t('frame')}
            sandbox=""
            referrerPolicy="no-referrer"
            srcDoc={frameOf(html)}
            className="h-110 w-full bg-white"
          />
        </div>
      ) : (
        <p className="wrap-anywhere w-fit max-w-[92%] whitespace-pre-wrap rounded-xl rounded-bl-xs bg-ink/8 px-3.5 py-2.5 text-base">
          {textIn(content, 'text')}
        </p>
      )}
    </div>
  );
}
