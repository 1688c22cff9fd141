// Every endpoint there is, chapter by chapter, in one line each.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { OpenApi } from '@/lib/core/api/open-api';
import { chapterAddress, operationAddress } from './chapter-address';
import { MethodBadge } from './method-badge';
import { operationsOf } from './operations-of';

export function Chapters({ api }: { api: OpenApi }) {
  const t = useTranslations('reference');
  return (
    <section id="endpoints" aria-labelledby="endpoints-title" className="scroll-mt-6">
      <h2 id="endpoints-title" className="mb-5 font-semibold text-xl">
        {t('endpoints')}
      </h2>
      <div className="gap-8 xl:columns-2">
        {api.tags.map(({ name, description }) => (
          <section key={name} aria-labelledby={`chapter-${name}`} className="mb-8 break-inside-avoid">
            <h3 id={`chapter-${name}`} className="font-medium text-base">
              <Link href={chapterAddress(name)} className="hover:underline">
                {name}
              </Link>
            </h3>
            <p className="mb-2 text-muted text-sm">{description}</p>
            <ul className="space-y-1">
              {operationsOf(api, name).map(({ method, path, operation }) => (
                <li key={operation.operationId} className="flex items-baseline gap-2 text-sm">
                  <MethodBadge method={method} />
                  <Link
                    href={operationAddress(name, operation.operationId)}
                    className="min-w-0 text-accent-ink underline decoration-accent/35 underline-offset-3"
                    title={path}
                  >
                    {operation.summary}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
