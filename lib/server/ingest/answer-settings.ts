// What browser clients ask before they send: where to send to, and that nothing else is switched on.
import type { IncomingMessage } from 'node:http';
import { runtime } from '../runtime';
import { keysOfRequest } from './keys-of-request';
import { knownKey } from './known-key';
import { type Reply, reply, unknownKey } from './reply';

/** analytics-next. It gets our own address, so that a shop changes one host in its page and nothing else. */
export async function answerSegmentSettings(request: IncomingMessage, writeKey: string): Promise<Reply> {
  if (!(await knownKey([writeKey]))) return unknownKey();
  const { protocol, host } = addressOf(request);
  return reply(200, {
    integrations: {
      'Segment.io': {
        apiKey: writeKey,
        apiHost: `${host}/v1`,
        protocol,
        unbundledIntegrations: [],
        addBundledMetadata: false,
      },
    },
    plan: { track: { __default: { enabled: true, integrations: {} } } },
    edgeFunction: {},
    analyticsNextEnabled: true,
    middlewareSettings: {},
    enabledMiddleware: {},
    metrics: { sampleRate: 0 },
    legacyVideoPluginsEnabled: false,
    remotePlugins: [],
  });
}

export async function answerRudderstackSettings(
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<Reply> {
  const key = await knownKey(keysOfRequest(request, query, null));
  if (!key) return unknownKey();
  const statsCollection = { errors: { enabled: false }, metrics: { enabled: false } };
  return reply(200, {
    source: {
      id: key.id,
      name: key.name,
      workspaceId: key.workspaceId,
      enabled: true,
      config: { statsCollection },
      destinations: [],
    },
  });
}

/** The address the browser came by; behind a proxy that hides it, PUBLIC_URL. */
function addressOf(request: IncomingMessage): { protocol: string; host: string } {
  const publicUrl = new URL(runtime().env.publicUrl);
  const host = firstOf(request.headers['x-forwarded-host']) ?? request.headers.host ?? publicUrl.host;
  const forwarded = firstOf(request.headers['x-forwarded-proto']);
  if (forwarded === 'https' || forwarded === 'http') return { protocol: forwarded, host };
  return { protocol: host === publicUrl.host ? publicUrl.protocol.slice(0, -1) : 'http', host };
}

function firstOf(header: string | string[] | undefined): string | undefined {
  return (Array.isArray(header) ? header[0] : header)?.split(',')[0]?.trim();
}
