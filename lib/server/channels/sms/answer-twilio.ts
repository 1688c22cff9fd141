// Twilio's two callbacks over HTTP: 401 for whatever is not provably Twilio's, TwiML for the rest.
import sdk from 'twilio';
import { log } from '../../log';
import { receiveInbound } from './receive-inbound';
import { receiveStatus } from './receive-status';
import { verifyTwilioCall } from './twilio-call';

const LARGEST_BYTES = 64 * 1024;

export async function answerTwilio(request: Request, connectionId: string, kind: string): Promise<Response> {
  if (kind !== 'status' && kind !== 'inbound') return new Response(null, { status: 404 });
  const body = await readLimited(request);
  if (body === null) return new Response(null, { status: 413 });
  const call = await verifyTwilioCall(connectionId, kind, body, request.headers.get('x-twilio-signature'));
  if (!call) {
    log.warn({ kind }, 'A provider call with a wrong signature was refused');
    return new Response(null, { status: 401 });
  }
  const answer = new sdk.twiml.MessagingResponse();
  if (kind === 'status') await receiveStatus(call);
  else {
    const text = await receiveInbound(call);
    if (text) answer.message(text);
  }
  return new Response(answer.toString(), { headers: { 'content-type': 'text/xml; charset=utf-8' } });
}

async function readLimited(request: Request): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > LARGEST_BYTES) return null;
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
