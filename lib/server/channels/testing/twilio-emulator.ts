// Twilio's message API on loopback, judging every request by Twilio's own OpenAPI description.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Context, OpenAPIBackend } from 'openapi-backend';

interface TakenSms {
  readonly sid: string;
  readonly form: Readonly<Record<string, string>>;
}

export interface TwilioEmulator {
  readonly url: string;
  readonly taken: readonly TakenSms[];
  /** What the description refused, for the canary. */
  readonly invalid: readonly string[];
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body: object | 'hang-up';
  readonly headers?: Record<string, string>;
}

/** Numbers that are answered the way bad days are; `kept` says whether the message was taken all the same. */
const special: Readonly<Record<string, { reply: Reply; isKept: boolean }>> = {
  '+15005550001': { reply: failure(400, 21211, 'Invalid To number'), isKept: false },
  '+15005550021': { reply: failure(400, 21610, 'Attempt to send to unsubscribed recipient'), isKept: false },
  '+15005550429': {
    reply: { ...failure(429, 20429, 'Too many requests'), headers: { 'retry-after': '7' } },
    isKept: false,
  },
  '+15005550503': { reply: failure(503, 20503, 'Service unavailable'), isKept: false },
  '+15005550500': { reply: failure(500, 20500, 'Internal error'), isKept: true },
  '+15005550999': { reply: { status: 0, body: 'hang-up' }, isKept: true },
};

export async function startTwilioEmulator(accountSid: string, authToken: string): Promise<TwilioEmulator> {
  const taken: TakenSms[] = [];
  const invalid: string[] = [];
  const api = new OpenAPIBackend({
    definition: descriptionFile(),
    quick: true,
    coerceTypes: true,
    ajvOpts: { formats },
  });
  const expected = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  api.registerSecurityHandler(
    'accountSid_authToken',
    ({ request }) => request.headers.authorization === expected,
  );
  api.register({
    CreateMessage: (context): Reply => createMessage(formOf(context), accountSid, taken),
    validationFail: ({ validation }): Reply => {
      const problems = (validation.errors ?? []).map(
        ({ instancePath, message }) => `${instancePath} ${message}`,
      );
      invalid.push(...problems);
      return failure(400, 21600, problems.join('; '));
    },
    unauthorizedHandler: (): Reply => failure(401, 20003, 'Authenticate'),
    notFound: (): Reply => failure(404, 20404, 'The requested resource was not found'),
  });
  await api.init();
  const server = createServer((request, response) => void answer(api, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a TCP port has an address object.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    invalid,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function createMessage(form: Record<string, string>, accountSid: string, taken: TakenSms[]): Reply {
  const sid = `SM${String(taken.length + 1).padStart(32, '0')}`;
  const odd = special[form.To ?? ''];
  if (!odd || odd.isKept) taken.push({ sid, form });
  return odd?.reply ?? { status: 201, body: { sid, account_sid: accountSid, to: form.To, status: 'queued' } };
}

function formOf({ request }: Context): Record<string, string> {
  // The validated body of a form is an object of its fields.
  return { ...(request.requestBody as Record<string, string>) };
}

function failure(status: number, code: number, message: string): Reply {
  return { status, body: { code, message, status, more_info: `https://www.twilio.com/docs/errors/${code}` } };
}

async function answer(
  api: OpenAPIBackend,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const reply: Reply = await api.handleRequest({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    // Node gives each header as text here: none of them comes twice.
    headers: request.headers as Record<string, string>,
    body: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8'))),
  });
  if (reply.body === 'hang-up') {
    request.socket.destroy();
    return;
  }
  response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
  response.end(JSON.stringify(reply.body));
}

/** Twilio's words for texts that are numbers, addresses and times: any text passes. */
const formats = { 'phone-number': true, uri: true, 'date-time': true } as const;

function descriptionFile(): string {
  const require = createRequire(import.meta.url);
  const folder = path.dirname(require.resolve('@twilio-alpha/mcp/package.json'));
  return path.join(folder, 'twilio-oai/spec/yaml/twilio_api_v2010.yaml');
}
