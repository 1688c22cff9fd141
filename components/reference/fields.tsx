// Fields with their types and meanings: parameters, bodies and schemas look alike.
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { JsonSchema } from '@/lib/core/api/open-api';
import { SchemaType } from './schema-type';

export interface Field {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
  readonly description?: string | undefined;
  /** Where it stands, when that is not obvious. */
  readonly place?: string | undefined;
}

export function fieldsOf({ properties = {}, required = [] }: JsonSchema): Field[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    schema,
    isRequired: required.includes(name),
    description: schema.description,
  }));
}

/** Objects without a name of their own are spelled out in place; deeper than this nobody could follow. */
const MOST_DEPTH = 3;

export function Fields({ fields, depth = 0 }: { fields: readonly Field[]; depth?: number }) {
  return (
    <dl className={cn('divide-y', depth === 0 ? 'rounded-md border' : 'mt-1 border-l')}>
      {fields.map((field) => (
        <div key={field.name} className="grid gap-x-4 gap-y-1 px-3 py-2.5 text-sm sm:grid-cols-[10rem_1fr]">
          <FieldName {...field} />
          <FieldMeaning {...field} />
          {depth < MOST_DEPTH && (
            <dd className="min-w-0 empty:hidden sm:col-span-2">
              <Inside schema={field.schema} depth={depth + 1} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** The fields of the objects that a value is made of. */
export function Inside({ schema, depth = 0 }: { schema: JsonSchema; depth?: number }) {
  return objectsIn(schema).map((object, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a schema never change their order.
    <Fields key={index} fields={fieldsOf(object)} depth={depth} />
  ));
}

function objectsIn({ properties, items, anyOf, oneOf, ...rest }: JsonSchema): JsonSchema[] {
  if (properties) return [{ properties, ...rest }];
  return [...(items ? [items] : []), ...(anyOf ?? oneOf ?? [])].flatMap(objectsIn);
}

function FieldName({ name, isRequired, place }: Field) {
  const t = useTranslations('reference');
  return (
    <dt className="min-w-0">
      <code className="break-words font-medium font-mono text-xs">{name}</code>
      {isRequired && <span className="ml-1.5 text-2xs text-danger-ink">{t('required')}</span>}
      {place && <span className="block text-2xs text-faint">{place}</span>}
    </dt>
  );
}

function FieldMeaning({ schema, description }: Field) {
  const t = useTranslations('reference');
  return (
    <dd className="min-w-0">
      <div className="text-muted text-xs">
        <SchemaType schema={schema} />
      </div>
      {description && <p className="mt-0.5">{description}</p>}
      {schema.default !== undefined && (
        <p className="mt-0.5 text-faint text-xs">{t('default', { value: JSON.stringify(schema.default) })}</p>
      )}
    </dd>
  );
}
