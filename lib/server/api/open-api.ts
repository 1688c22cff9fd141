// The OpenAPI document, made from the table of endpoints and the schemas that judge real requests.
import { z } from 'zod';
import { type Endpoint, publicTags } from '@/lib/core/api/endpoint';
import { allEndpoints } from '@/lib/core/api/endpoints';
import { DoesNotCompile, StaleDraft } from '@/lib/core/api/journey';
import { TestsFailing } from '@/lib/core/api/journey-test';
import type { ApiResponse, JsonSchema, OpenApi, Operation, Parameter } from '@/lib/core/api/open-api';
import { ApiError } from '@/lib/core/api/page';
import { type RefusalCode, refusalStatus } from '@/lib/core/api/refusal';
import api from '@/lib/i18n/en/api.json';
import { sessionCookie } from '../auth/session-cookie-name';
import { componentSchemas, refTo } from './component-schemas';

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });

export function openApi(publicUrl: string): OpenApi {
  const described = allEndpoints.filter(({ tag }) => tag !== 'Development');
  const paths: Record<string, Record<string, Operation>> = {};
  for (const endpoint of described) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  const { title, introduction, tags } = api.description;
  return {
    openapi: '3.1.0',
    info: { title, version: '1', description: introduction },
    servers: [{ url: publicUrl }],
    security: [{ secretKey: [] }, { session: [] }],
    tags: publicTags.map((name) => ({ name, description: tags[name] })),
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        secretKey: { type: 'http', scheme: 'bearer', description: api.description.secretKey },
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie, description: api.description.session },
      },
    },
  };
}

function operation(endpoint: Endpoint): Operation {
  const { name, tag, summary, description, body, takesFile, reply, status } = endpoint;
  return {
    operationId: name,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(endpoint.access === 'anyone' && { security: [] }),
    parameters: [...parameters('path', endpoint.params), ...parameters('query', endpoint.query)],
    ...(body && { requestBody: { required: !mayBeEmpty(body), content: json(refTo(body)) } }),
    ...(takesFile && {
      requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } } } },
    }),
    responses: { [status]: { description: summary, content: json(refTo(reply)) }, ...refusals(endpoint) },
  };
}

/** Whether a request may leave its body out, because nothing in it has to be said. */
function mayBeEmpty(body: z.ZodObject): boolean {
  return body.safeParse({}).success;
}

function parameters(place: Parameter['in'], schema: z.ZodObject): Parameter[] {
  // zod's type of a schema is wider than the part of the dialect it writes and we read.
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema: rest,
  }));
}

/** What may go wrong, one response per status; refusals that say more than ApiError have a schema of their own. */
function refusals(endpoint: Endpoint): Record<string, ApiResponse> {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of codesOf(endpoint)) {
    const status = refusalStatus[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const schemas = [...new Set(codes.map(schemaOf))].map(refTo);
      const [schema = {}] = schemas;
      return [
        status,
        { description: codes.join(', '), content: json(schemas.length > 1 ? { anyOf: schemas } : schema) },
      ];
    }),
  );
}

function codesOf({ access, body, takesFile, query, refusals: own }: Endpoint): RefusalCode[] {
  if (access === 'anyone') return [];
  const sent: RefusalCode[] = body ? ['malformed-json', 'invalid-field', 'too-large'] : [];
  if (takesFile) sent.push('too-large', 'bad-file');
  const asked: RefusalCode[] = !body && Object.keys(query.shape).length > 0 ? ['invalid-field'] : [];
  const who: RefusalCode[] = ['no-credentials', 'unknown-key', 'write-key-not-allowed'];
  const may: RefusalCode[] = access === 'write' ? ['role-not-allowed', 'foreign-origin'] : [];
  return [...asked, ...sent, ...who, ...may, ...own];
}

function schemaOf(code: RefusalCode): z.ZodType {
  if (code === 'does-not-compile') return DoesNotCompile;
  if (code === 'tests-failing') return TestsFailing;
  return code === 'stale-draft' ? StaleDraft : ApiError;
}
