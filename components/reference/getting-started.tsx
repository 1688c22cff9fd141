// The three things to know before the first request, and how events come in.
import { Download } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';

const calls = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const;

const firstAnswer = { data: [], next: null };
const firstRefusal = {
  code: 'invalid-field',
  message: 'limit: Invalid input.',
  field: 'limit',
};

const code = (chunks: ReactNode) => (
  <code className="rounded-xs bg-ink/6 px-1 font-mono text-xs">{chunks}</code>
);

export function GettingStarted({ server }: { server: string }) {
  const t = useTranslations('reference.start');
  const keys = (chunks: ReactNode) => (
    <Link href="/settings/keys" className="text-accent-ink underline decoration-accent/35 underline-offset-3">
      {chunks}
    </Link>
  );
  return (
    <Topic id="start" title={t('title')}>
      <div className="space-y-3 text-base">
        <p>{t.rich('key', { keys })}</p>
        <p>{t.rich('list', { code })}</p>
        <p>{t.rich('refusal', { code })}</p>
        <h3 className="pt-2 font-medium text-muted text-xs">{t('documents')}</h3>
        <div className="flex flex-wrap gap-2">
          <DocumentButton href="/v1/openapi.json" text={t('openApi')} />
          <DocumentButton href="/v1/schemas/journey.json" text={t('journeySchema')} />
        </div>
      </div>
      <div className="min-w-0 space-y-3">
        <CodeBlock
          title={t('request')}
          code={`curl ${server}/v1/journeys \\\n  -H "Authorization: Bearer $SECRET_KEY"`}
        />
        <CodeBlock title={t('answer')} code={JSON.stringify(firstAnswer)} />
        <CodeBlock title={t('refused')} code={JSON.stringify(firstRefusal, null, 2)} />
      </div>
    </Topic>
  );
}

export function SendEvents({ server }: { server: string }) {
  const t = useTranslations('reference.events');
  return (
    <Topic id="events" title={t('title')}>
      <div className="space-y-4 text-base">
        <p>{t.rich('description', { code })}</p>
        <dl className="divide-y rounded-md border">
          {calls.map((call) => (
            <div key={call} className="grid gap-x-4 px-3 py-2 text-sm sm:grid-cols-[9rem_1fr]">
              <dt>
                <code className="font-mono text-xs">{`/v1/${call}`}</code>
              </dt>
              <dd>{t(`calls.${call}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="min-w-0 space-y-3">
        <CodeBlock title={t('server')} code={onServer(server)} />
        <CodeBlock title={t('browser')} code={inBrowser(server)} />
      </div>
    </Topic>
  );
}

function Topic({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6">
      <h2 id={`${id}-title`} className="mb-3 font-semibold text-xl">
        {title}
      </h2>
      <div className="grid gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">{children}</div>
    </section>
  );
}

function DocumentButton({ href, text }: { href: string; text: string }) {
  return (
    <Button asChild size="sm">
      <a href={href}>
        <Download aria-hidden />
        {text}
      </a>
    </Button>
  );
}

function onServer(host: string): string {
  return `import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({
  writeKey: process.env.WRITE_KEY,
  host: '${host}',
});
analytics.track({
  userId: 'u-1',
  event: 'Checkout Started',
  properties: { total: 42 },
});`;
}

function inBrowser(host: string): string {
  const { protocol, host: apiHost } = new URL(host);
  return `import { AnalyticsBrowser } from '@segment/analytics-next';

const segment = {
  apiHost: '${apiHost}/v1',
  protocol: '${protocol.slice(0, -1)}',
};
const analytics = AnalyticsBrowser.load(
  { writeKey: 'wk_…', cdnURL: '${host}' },
  { integrations: { 'Segment.io': segment } },
);
analytics.track('Product Viewed', { sku: 'A-1' });`;
}
