// A journey or version that a newer release has saved: says so, what to do, and what is known of it. Nothing can be changed here.
import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BackLink } from '@/components/shell/back-link';
import { Page } from '@/components/shell/page';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { CodeBlock } from '@/components/ui/code-block';

interface NewerReleaseProps {
  name: string;
  /** Which part of it this version does not know. */
  part: string | undefined;
  /** Term and fact. */
  facts: readonly (readonly [string, ReactNode])[];
  /** As indented JSON. */
  drawing: string;
  /** What becomes of customers meanwhile. */
  children?: ReactNode;
}

export function NewerRelease({ name, part, facts, drawing, children }: NewerReleaseProps) {
  const t = useTranslations('journeys');
  return (
    <Page back={<BackLink href="/journeys">{t('title')}</BackLink>} title={name} width="narrow">
      <div className="flex flex-col gap-5">
        <section
          aria-labelledby="newer"
          className="flex gap-3 rounded-lg bg-info-soft px-5 py-4 text-info-ink text-sm max-sm:px-4"
        >
          <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
          <div className="flex min-w-0 flex-col gap-1.5">
            <h2 id="newer" className="font-semibold text-base">
              {t('newer.title')}
            </h2>
            <p>{t('newer.todo')}</p>
            {children}
            {part && <p className="wrap-anywhere text-xs">{t('newer.part', { part })}</p>}
          </div>
        </section>
        <Card aria-labelledby="facts">
          <CardHeader id="facts" title={t('newer.facts')} />
          <CardBody className="flex flex-col gap-5">
            <dl className="grid grid-cols-2 gap-4 text-sm sm:grid-cols-4">
              {facts.map(([term, fact]) => (
                <div key={term} className="min-w-0">
                  <dt className="text-muted text-xs">{term}</dt>
                  <dd className="wrap-anywhere mt-0.5">{fact}</dd>
                </div>
              ))}
            </dl>
            <CodeBlock title={t('newer.stored')} code={drawing} />
          </CardBody>
        </Card>
      </div>
    </Page>
  );
}
