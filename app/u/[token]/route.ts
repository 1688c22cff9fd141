// The address in List-Unsubscribe. A mail program's POST unsubscribes at once (RFC 8058: no cookie, no redirect); a GET,
// which link scanners make too, only leads to the page with the button.
import { unsubscribe } from '@/lib/server/channels/unsubscribe';

interface Context {
  params: Promise<{ token: string }>;
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return to(307, token);
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const isPage = (await request.text()).includes('from=page');
  const optedOut = await unsubscribe(token, isPage ? 'page' : 'one-click');
  if (isPage) return to(303, token);
  return new Response(null, { status: optedOut ? 200 : 404 });
}

function to(status: 303 | 307, token: string): Response {
  return new Response(null, { status, headers: { location: `/unsubscribe/${encodeURIComponent(token)}` } });
}
