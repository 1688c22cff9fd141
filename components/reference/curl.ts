// A request as somebody would type it into a terminal.
import type { JsonSchema, Operation } from '@/lib/core/api/open-api';
import { exampleOf } from './example';

interface Request {
  readonly server: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}

export function curlOf({ server, method, path, operation, schemas }: Request): string {
  const examples = new Map(
    operation.parameters.map(({ name, schema }) => [name, exampleOf(schema, schemas, name)]),
  );
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => String(examples.get(name) ?? name));
  const verb = method === 'get' ? '' : `-X ${method.toUpperCase()} `;
  const isOpen = operation.security?.length === 0;
  const lines = [`curl ${verb}${server}${address}`];
  if (!isOpen) lines.push('-H "Authorization: Bearer $SECRET_KEY"');
  const body = operation.requestBody?.content['application/json']?.schema;
  if (operation.requestBody?.content['text/csv']) lines.push('-H "Content-Type: text/csv"', '-T file.csv');
  if (body) lines.push(`-d '${JSON.stringify(exampleOf(body, schemas), null, 2).replaceAll("'", "'\\''")}'`);
  return lines.join(' \\\n  ');
}
