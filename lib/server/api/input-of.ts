// What an endpoint was sent: address, query and body, each held against its schema, refused by field.
import type { z } from 'zod';
import type { Endpoint } from '@/lib/core/api/endpoint';
import { ok, type Result } from '@/lib/core/result';
import { isNestedBeyond } from '../ingest/nesting';
import { parseJson } from '../ingest/parse-json';
import { fieldProblems } from '../input-refusal';
import { type CodedRefusal, refusal } from '../refusal';
import { pathParams } from './path-params';

const MAX_BODY_MB = 4;
/** A journey document nests about fifteen deep. */
const MAX_DEPTH = 40;

type Parsed = Result<Record<string, unknown>, CodedRefusal>;

export async function inputOf(request: Request, endpoint: Endpoint): Promise<Parsed> {
  const { pathname, searchParams } = new URL(request.url);
  const params = parsed(endpoint.params, pathParams(endpoint.path, pathname) ?? {});
  // An address that cannot be an id leads to nothing, like an id that nobody has.
  if (!params.ok) return refusal('not-found');
  const query = queryOf(searchParams, endpoint);
  if (!query.ok) return query;
  const body = endpoint.body ? await bodyOf(request, endpoint.body) : ok({});
  return body.ok ? ok({ ...params.value, ...query.value, ...body.value }) : body;
}

function queryOf(search: URLSearchParams, endpoint: Endpoint): Parsed {
  const twice = [...search.keys()].find((name, index, names) => names.indexOf(name) !== index);
  if (twice !== undefined) return invalid(twice, 'is given more than once');
  return parsed(endpoint.query, Object.fromEntries(search));
}

async function bodyOf(request: Request, schema: z.ZodObject): Promise<Parsed> {
  const text = await textOf(request);
  if (text === null) return refusal('too-large', { limit: MAX_BODY_MB });
  if (isNestedBeyond(text, MAX_DEPTH)) return invalid('', 'The body is nested too deep');
  const empty = text === '' ? schema.safeParse({}) : null;
  if (empty?.success) return ok(empty.data);
  const json = parseJson(text);
  if (!json.ok) return { ok: false, refusal: { code: 'malformed-json', message: json.refusal.message } };
  return parsed(schema, json.value);
}

/** Null when the body is larger than allowed; never more than that is held in memory. */
async function textOf(request: Request): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The DOM's type of a stream does not say so, but Node's streams can be read this way.
  const body = request.body as AsyncIterable<Uint8Array> | null;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > MAX_BODY_MB * 1024 * 1024) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(schema: z.ZodObject, value: unknown): Parsed {
  const result = schema.safeParse(value);
  if (result.success) return ok(result.data);
  const [first, ...others] = fieldProblems(result.error, ({ message }) => message, fieldOf);
  if (!first) return invalid('', 'This is not valid');
  const refused = invalid(first.field, first.message);
  return others.length === 0 ? refused : { ok: false, refusal: { ...refused.refusal, others } };
}

/** A field that nobody asked for is one that is wrong. */
function fieldOf(issue: z.core.$ZodIssue): string {
  return [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].join('.');
}

function invalid(field: string, what: string) {
  return refusal('invalid-field', { detail: field === '' ? `${what}.` : `${field}: ${what}.`, field });
}
