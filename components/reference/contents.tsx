// What the reference holds: its chapters, and the endpoints of the one that is open. Beside it on wide windows, above it on
// narrow ones.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { OpenApi } from '@/lib/core/api/open-api';
import { chapterAddress } from './chapter-address';
import { operationsOf } from './operations-of';

interface ContentsProps {
  api: OpenApi;
  chapter: string | undefined;
}

export function Contents({ api, chapter }: ContentsProps) {
  const t = useTranslations('reference');
  return (
    <nav
      aria-label={t('contents')}
      className="sticky top-6 max-h-[calc(100dvh-3rem)] w-48 shrink-0 self-start overflow-y-auto pb-6 max-lg:static max-lg:flex max-lg:w-full max-lg:flex-wrap max-lg:pb-0"
    >
      <Entry href="/reference" text={t('start.title')} isOpen={chapter === undefined} />
      {api.tags.map(({ name }) => (
        <div key={name}>
          <Entry href={chapterAddress(name)} text={name} isOpen={chapter === name} />
          {chapter === name && <Endpoints api={api} chapter={name} />}
        </div>
      ))}
      <Entry href="/reference/schemas" text={t('schemas.title')} isOpen={chapter === 'schemas'} />
    </nav>
  );
}

function Endpoints({ api, chapter }: { api: OpenApi; chapter: string }) {
  return (
    <ul className="mb-2 ml-2 border-l pl-1 max-lg:hidden">
      {operationsOf(api, chapter).map(({ operation }) => (
        <li key={operation.operationId}>
          <a
            href={`#${operation.operationId}`}
            className="block rounded-sm px-2 py-1 text-muted text-xs hover:bg-ink/5 hover:text-ink"
          >
            {operation.summary}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Entry({ href, text, isOpen }: { href: string; text: string; isOpen: boolean }) {
  return (
    <Link
      href={href}
      aria-current={isOpen ? 'page' : undefined}
      className={cn(
        'block rounded-sm px-2 py-1 text-sm hover:bg-ink/5 hover:text-ink',
        isOpen ? 'font-medium text-ink' : 'text-muted',
      )}
    >
      {text}
    </Link>
  );
}
