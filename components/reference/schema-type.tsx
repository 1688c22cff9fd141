// The type of a value in words, with links to the schemas that have a name.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { JsonSchema } from '@/lib/core/api/open-api';
import { schemaAddress } from './chapter-address';
import { nameOfRef } from './example';

/** How schemas write ids that carry their kind. */
const idPattern = /^\^([a-z]{3})_/;
const words = ['object', 'string', 'number', 'integer', 'boolean', 'null'] as const;

export function SchemaType({ schema }: { schema: JsonSchema }) {
  const t = useTranslations('reference.shape');
  const { $ref, anyOf, oneOf, items, additionalProperties: values } = schema;
  if ($ref !== undefined) return <SchemaLink name={nameOfRef($ref)} />;
  if (schema.const !== undefined) return <Literals values={[schema.const]} />;
  if (schema.enum) return <Literals values={schema.enum} />;
  const choices = anyOf ?? oneOf ?? typesOf(schema);
  if (choices) return <Choices choices={choices} />;
  if (items) return t.rich('list', { item: () => <SchemaType schema={items} /> });
  if (typeof values === 'object') return t.rich('map', { item: () => <SchemaType schema={values} /> });
  if (schema.format === 'date-time') return t('instant');
  const [, kind] = idPattern.exec(schema.pattern ?? '') ?? [];
  if (kind) return <code className="font-mono">{`${kind}_…`}</code>;
  const word = words.find((known) => known === schema.type);
  return t(word ?? 'anything');
}

/** `type: ['string', 'null']` is short for a choice. */
function typesOf({ type, ...rest }: JsonSchema): JsonSchema[] | null {
  if (type === undefined || typeof type === 'string') return null;
  return type.map((one) => ({ ...rest, type: one }));
}

function SchemaLink({ name }: { name: string }) {
  return (
    <Link
      href={schemaAddress(name)}
      prefetch={false}
      className="font-mono text-accent-ink underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
    >
      {name}
    </Link>
  );
}

function Choices({ choices }: { choices: readonly JsonSchema[] }) {
  const t = useTranslations('reference.shape');
  return choices.map((choice, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the choices of a schema never change their order.
    <Fragment key={index}>
      {index > 0 && ` ${t('or')} `}
      <SchemaType schema={choice} />
    </Fragment>
  ));
}

function Literals({ values }: { values: readonly unknown[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {values.map((value) => (
        <code key={String(value)} className="rounded-xs bg-ink/6 px-1 font-mono text-2xs leading-4.5">
          {JSON.stringify(value)}
        </code>
      ))}
    </span>
  );
}
