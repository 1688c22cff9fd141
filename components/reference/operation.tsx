// One endpoint: what it does, what it takes, what it answers, and an example of both beside it.
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { CodeBlock } from '@/components/ui/code-block';
import type { JsonSchema, OpenApi, Operation as OperationObject } from '@/lib/core/api/open-api';
import { Answers } from './answers';
import { curlOf } from './curl';
import { exampleOf, nameOfRef } from './example';
import { type Field, Fields, fieldsOf } from './fields';
import { MethodBadge } from './method-badge';

interface OperationProps {
  readonly api: OpenApi;
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
}

export function Operation({ api, method, path, operation }: OperationProps) {
  const t = useTranslations('reference');
  const { operationId, summary, description, security } = operation;
  return (
    <article
      id={operationId}
      aria-labelledby={`${operationId}-title`}
      className="grid scroll-mt-6 gap-x-8 gap-y-4 border-t pt-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]"
    >
      <div className="min-w-0 space-y-4">
        <header>
          <h3 id={`${operationId}-title`} className="font-semibold text-lg">
            {summary}
          </h3>
          <p className="mt-1.5 flex flex-wrap items-center gap-2">
            <MethodBadge method={method} />
            <code className="break-all font-mono text-sm">{path}</code>
            {security?.length === 0 && <Badge tone="outline">{t('noKey')}</Badge>}
          </p>
          {description && <p className="mt-2.5 max-w-prose text-base">{description}</p>}
        </header>
        <Inputs api={api} operation={operation} />
        <Answers responses={operation.responses} />
      </div>
      <Examples api={api} method={method} path={path} operation={operation} />
    </article>
  );
}

function Inputs({ api, operation }: Pick<OperationProps, 'api' | 'operation'>) {
  const t = useTranslations('reference');
  const parameters: Field[] = operation.parameters.map(
    ({ name, schema, required, description, in: place }) => ({
      name,
      schema,
      description,
      isRequired: required,
      place: place === 'path' ? t('inPath') : undefined,
    }),
  );
  const schema = operation.requestBody?.content['application/json']?.schema;
  const body = schema && resolved(api, schema);
  return (
    <>
      {parameters.length > 0 && (
        <section>
          <h4 className="mb-2 font-medium text-muted text-xs">{t('parameters')}</h4>
          <Fields fields={parameters} />
        </section>
      )}
      {body && (
        <section>
          <h4 className="mb-2 font-medium text-muted text-xs">{t('body')}</h4>
          <Fields fields={fieldsOf(body)} />
        </section>
      )}
    </>
  );
}

function Examples({ api, method, path, operation }: OperationProps) {
  const t = useTranslations('reference');
  const { schemas } = api.components;
  const server = api.servers[0]?.url ?? '';
  const done = operation.responses[200] ?? operation.responses[201];
  const answer = done && exampleOf(done.content['application/json'].schema, schemas);
  const isTelling = answer !== undefined && Object.keys(Object(answer)).length > 0;
  return (
    <div className="min-w-0 space-y-3 xl:sticky xl:top-6 xl:self-start">
      <CodeBlock title={t('request')} code={curlOf({ server, method, path, operation, schemas })} />
      {isTelling && <CodeBlock title={t('answer')} code={JSON.stringify(answer, null, 2)} />}
    </div>
  );
}

function resolved(api: OpenApi, schema: JsonSchema): JsonSchema {
  return schema.$ref === undefined ? schema : (api.components.schemas[nameOfRef(schema.$ref)] ?? {});
}
