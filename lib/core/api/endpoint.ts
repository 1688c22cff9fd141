// What one endpoint of the management API is: enough to serve it, to describe it in OpenAPI and to test its walls.
import { z } from 'zod';
import type { RefusalCode } from './refusal';

/** In the order of the reference page. */
export const publicTags = [
  'Journeys',
  'Customers',
  'Segments',
  'Analytics',
  'Messages',
  'Experiments',
  'Tasks',
  'Catalogue',
  'Coupons',
  'Events',
  'Settings',
  'Description',
] as const;

/** Development is served only where it is allowed, and described nowhere. */
export type Tag = (typeof publicTags)[number] | 'Development';

export interface Endpoint<Input = unknown, Reply = unknown> {
  /** Also the operation's id in OpenAPI. */
  readonly name: string;
  readonly tag: Tag;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `{name}` marks a parameter, e.g. `/v1/journeys/{id}`. */
  readonly path: `/v1/${string}`;
  readonly summary: string;
  readonly description: string;
  /** anyone: says nothing about any workspace. read, write: needs a secret key or a signed-in person who may. */
  readonly access: 'anyone' | 'read' | 'write';
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** Null where a request has no body. */
  readonly body: z.ZodObject | null;
  /** Whether the request carries a CSV file, read while it arrives, instead of a body. */
  readonly takesFile: boolean;
  readonly reply: z.ZodType<Reply>;
  readonly status: 200 | 201;
  /** Refusals of the verb itself; what every endpoint may answer (401, 403, 400) is not repeated. */
  readonly refusals: readonly RefusalCode[];
  /** Never set: carries the type of what the verb gets. */
  readonly input?: Input;
}

type None = Record<never, never>;
type Given<Schema> = Schema extends z.ZodObject ? z.output<Schema> : None;

interface Draft<Params, Query, Body, Reply> {
  readonly name: string;
  readonly tag: Tag;
  readonly path: `/v1/${string}`;
  readonly summary: string;
  readonly description?: string;
  readonly access?: Endpoint['access'];
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly takesFile?: true;
  readonly reply: z.ZodType<Reply>;
  readonly status?: 201;
  readonly refusals?: readonly RefusalCode[];
}

const nothing = z.strictObject({});

function endpoint(method: Endpoint['method'], access: Endpoint['access']) {
  return <
    Reply,
    Params extends z.ZodObject | undefined = undefined,
    Query extends z.ZodObject | undefined = undefined,
    Body extends z.ZodObject | undefined = undefined,
  >(
    draft: Draft<Params, Query, Body, Reply>,
  ): Endpoint<Given<Params> & Given<Query> & Given<Body>, Reply> => ({
    method,
    access,
    description: '',
    status: 200,
    refusals: [],
    takesFile: false,
    ...draft,
    params: draft.params ?? nothing,
    query: draft.query ?? nothing,
    body: draft.body ?? null,
  });
}

export const get = endpoint('GET', 'read');
export const post = endpoint('POST', 'write');
export const put = endpoint('PUT', 'write');
export const remove = endpoint('DELETE', 'write');
