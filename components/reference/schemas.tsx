// Every schema with a name, and one of them in full; the links in types lead here.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { JsonSchema, OpenApi } from '@/lib/core/api/open-api';
import { schemaAddress } from './chapter-address';
import { Fields, fieldsOf, Inside } from './fields';
import { SchemaType } from './schema-type';

export function Schemas({ api }: { api: OpenApi }) {
  const t = useTranslations('reference.schemas');
  return (
    <section aria-labelledby="schemas-title">
      <h2 id="schemas-title" className="font-semibold text-xl">
        {t('title')}
      </h2>
      <p className="mt-0.5 mb-5 text-base text-muted">{t('description')}</p>
      <ul className="gap-6 sm:columns-2 xl:columns-3">
        {Object.keys(api.components.schemas)
          .sort()
          .map((name) => (
            <li key={name} className="py-1">
              <Link
                href={schemaAddress(name)}
                className="break-all font-mono text-accent-ink text-sm underline decoration-accent/35 underline-offset-3"
              >
                {name}
              </Link>
            </li>
          ))}
      </ul>
    </section>
  );
}

export function Schema({ name, schema }: { name: string; schema: JsonSchema }) {
  return (
    <article aria-labelledby="schema-title">
      <h2 id="schema-title" className="mb-3 font-medium font-mono text-lg">
        {name}
      </h2>
      {schema.properties ? (
        <Fields fields={fieldsOf(schema)} />
      ) : (
        <div className="space-y-2 rounded-md border px-3 py-2.5 text-muted text-sm">
          <SchemaType schema={schema} />
          <Inside schema={schema} depth={1} />
        </div>
      )}
    </article>
  );
}
