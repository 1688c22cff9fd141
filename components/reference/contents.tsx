// What the page holds, beside it on wide windows.
import { useTranslations } from 'next-intl';
import type { OpenApi } from '@/lib/core/api/open-api';
import { operationsOf } from './operations-of';

const link = 'block rounded-sm px-2 py-1 text-muted text-xs hover:bg-ink/5 hover:text-ink';

export function Contents({ api }: { api: OpenApi }) {
  const t = useTranslations('reference');
  return (
    <nav
      aria-label={t('contents')}
      className="sticky top-6 max-h-[calc(100dvh-3rem)] w-48 shrink-0 self-start overflow-y-auto pb-6 max-lg:hidden"
    >
      <Entry href="#start" text={t('start.title')} />
      <Entry href="#events" text={t('events.title')} />
      {api.tags.map(({ name }) => (
        <div key={name} className="mt-4">
          <p className="px-2 pb-1 font-medium text-2xs text-faint">{name}</p>
          {operationsOf(api, name).map(({ operation }) => (
            <a key={operation.operationId} href={`#${operation.operationId}`} className={link}>
              {operation.summary}
            </a>
          ))}
        </div>
      ))}
      <div className="mt-4">
        <Entry href="#schemas" text={t('schemas.title')} />
      </div>
    </nav>
  );
}

function Entry({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} className={link}>
      {text}
    </a>
  );
}
