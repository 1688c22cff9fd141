// Every schema with a name, for the links in types to lead to.
import { useTranslations } from 'next-intl';
import type { JsonSchema, OpenApi } from '@/lib/core/api/open-api';
import { Fields, fieldsOf, Inside } from './fields';
import { SchemaType } from './schema-type';

export function Schemas({ api }: { api: OpenApi }) {
  const t = useTranslations('reference.schemas');
  return (
    <section id="schemas" aria-labelledby="schemas-title" className="scroll-mt-6">
      <h2 id="schemas-title" className="font-semibold text-xl">
        {t('title')}
      </h2>
      <p className="mt-0.5 mb-5 text-base text-muted">{t('description')}</p>
      <div className="gap-6 xl:columns-2">
        {Object.entries(api.components.schemas).map(([name, schema]) => (
          <Schema key={name} name={name} schema={schema} />
        ))}
      </div>
    </section>
  );
}

function Schema({ name, schema }: { name: string; schema: JsonSchema }) {
  return (
    <article
      id={`schema-${name}`}
      className="mb-6 break-inside-avoid scroll-mt-6 target:[&_h3]:text-accent-ink"
    >
      <h3 className="mb-2 font-medium font-mono text-sm">{name}</h3>
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
